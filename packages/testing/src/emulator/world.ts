import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type EmulatorFault,
  type EmulatorServer,
  emulatorCoverage,
  emulatorEnvironment,
  emulatorFaults,
  emulatorStatus,
  findTerraform,
  startEmulator,
  stopEmulator,
  terraformEnvironment,
} from "@groundplan/emulator";
import type { Build } from "../synthesize.js";
import { Deployment } from "./deployment.js";

/** Where stacks are applied. */
export interface WorldOptions {
  /** Names its server and its folder: lower case, digits, hyphens. */
  readonly name: string;
  /** The account that stacks are applied in. Default: `111111111111`. */
  readonly accountId?: string;
  /** Default: `eu-west-1`. */
  readonly region?: string;
  /** Where servers, their Python and states lie. Default: `.groundplan` in the working directory. */
  readonly cacheFolder?: string;
}

/** An emulated AWS of its own, in which nothing stands at first. */
export class World {
  private readonly deployments = new Map<string, Deployment>();

  constructor(
    readonly server: EmulatorServer,
    readonly accountId: string,
    readonly region: string,
    /** For any AWS client in a child process: endpoint, proxy, keys of the account. */
    readonly environment: Readonly<Record<string, string>>,
    private readonly place: { readonly folder: string; readonly cacheFolder: string; readonly terraform: string },
  ) {}

  /**
   * A stack with a state of its own; nothing is applied yet. Providers that the build does not make are made for it,
   * and its state lies in a file unless the build sets a backend.
   */
  async deployment(name: string, build: Build): Promise<Deployment> {
    if (this.deployments.has(name)) throw new Error(`"name" "${name}" names a deployment already; give another, or change() that one`);
    const deployment = new Deployment(
      {
        name,
        binary: this.place.terraform,
        folder: join(this.place.folder, name),
        environment: this.environment,
        synthesis: { stackId: name, providers: { aws: { region: this.region, allowed_account_ids: [this.accountId] } } },
        requireNoFaults: () => this.requireNoFaults(),
      },
      build,
    );
    this.deployments.set(name, deployment);
    return deployment;
  }

  /** What was asked of the emulator and not answered; each call of a deployment fails on any, even if Terraform passes. */
  async faults(): Promise<readonly EmulatorFault[]> {
    return emulatorFaults(this.server);
  }

  /**
   * The types that were applied and that the emulator answers for by rules of its own, which may only hand back what they were given:
   * schema, graph and lifecycle are proved for them, AWS's behaviour is not.
   */
  async weakerEvidence(): Promise<readonly string[]> {
    const applied = new Set([...this.deployments.values()].flatMap(({ types }) => [...types]));
    const coverage = await emulatorCoverage();
    return coverage.filter(({ type, answeredBy }) => answeredBy === "ours" && applied.has(type)).map(({ type }) => type);
  }

  /** Tells the weaker evidence, ends the server, and forgets all that stands on it. Call it in `afterAll`. */
  async stop(): Promise<void> {
    const weaker = await this.weakerEvidence();
    if (weaker.length > 0) console.info(`${this.server.name}: answered by the emulator's own rules, weaker evidence: ${weaker.join(", ")}`);
    await stopEmulator({ name: this.server.name, cacheFolder: this.place.cacheFolder });
    for (const folder of [this.place.folder, dirname(this.server.logFile)]) rmSync(folder, { recursive: true, force: true });
  }

  private async requireNoFaults(): Promise<void> {
    const faults = await this.faults();
    if (faults.length === 0) return;
    const told = faults.map(({ service, operation, kind, detail }) => `${service}:${operation} ${kind}: ${detail}`);
    throw new Error([`the emulator did not answer (${this.server.logFile}):`, ...told].join("\n  "));
  }
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const { name, accountId = "111111111111", region = "eu-west-1", cacheFolder = join(process.cwd(), ".groundplan") } = options;
  const { path: terraform } = await findTerraform();
  await stopServersOfTheDead(cacheFolder);
  const server = await startEmulator({ name: `${prefix}${name}-${process.pid}`, cacheFolder });
  const environment = {
    ...(await terraformEnvironment({ cacheFolder })),
    ...(await emulatorEnvironment(server, { accountId })),
    AWS_REGION: region,
  };
  const folder = join(cacheFolder, "worlds", server.name);
  return new World(server, accountId, region, environment, { folder, cacheFolder, terraform });
}

const prefix = "test-";

/** A test that was killed could not stop its server. */
async function stopServersOfTheDead(cacheFolder: string): Promise<void> {
  for (const { name } of await emulatorStatus({ cacheFolder })) {
    const pid = Number(/-(\d+)$/.exec(name)?.[1]);
    if (!name.startsWith(prefix) || Number.isNaN(pid) || isAlive(pid)) continue;
    await stopEmulator({ name, cacheFolder });
    rmSync(join(cacheFolder, "worlds", name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
