import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StackFacts } from "../../../stacks/facts.js";

/** A stack with almost nothing in it, so that an apply takes seconds. */
export interface SmallStack {
  /** `<environment>-<layer>` */
  readonly stack: string;
  readonly resources: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly contract?: unknown;
  /** stacks whose contract it reads, as `data.terraform_remote_state.<stack with _>` */
  readonly upstream?: readonly string[];
  readonly production?: boolean;
  readonly notices?: readonly string[];
  readonly terraform?: object;
  /** its data sources, what is not kept, its variables, its locals, and a second provider, with an alias */
  readonly more?: {
    readonly data?: Readonly<Record<string, object>>;
    readonly ephemeral?: Readonly<Record<string, object>>;
    readonly variable?: object;
    readonly locals?: object;
    readonly provider?: object;
  };
  /** where these are not what its name says */
  readonly of?: string;
  readonly layer?: string;
  readonly entry?: string;
  readonly account?: string;
  readonly state?: StackFacts["state"];
}

export const accountId = "111111111111";
export const region = "eu-west-1";
export const bucket = "small-state";
export const lockTable = "small-locks";

/** A project's folder with nothing but synthesized stacks. The emulator is that of this checkout. */
export class SmallProject {
  readonly root = mkdtempSync(join(tmpdir(), "groundplan-small-"));

  constructor() {
    mkdirSync(join(this.root, ".groundplan"));
    symlinkSync(join(process.cwd(), ".groundplan", "emulator"), join(this.root, ".groundplan", "emulator"));
    const lock = join(process.cwd(), ".terraform.lock.hcl");
    if (existsSync(lock)) symlinkSync(lock, join(this.root, ".terraform.lock.hcl"));
  }

  /** Makes the outdir anew, with these stacks and no others. */
  synthesize(...stacks: SmallStack[]): void {
    const outdir = join(this.root, "out");
    rmSync(outdir, { recursive: true, force: true });
    for (const stack of stacks) {
      const folder = join(outdir, "stacks", stack.stack);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(jsonOf(stack), undefined, 2));
    }
    writeFileSync(join(outdir, "manifest.json"), JSON.stringify({ version: "0.21.0", stacks: manifestOf(stacks) }));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function manifestOf(stacks: readonly SmallStack[]) {
  const entries = stacks.map(({ stack }) => {
    const folder = `stacks/${stack}`;
    return [stack, { name: stack, synthesizedStackPath: `${folder}/cdk.tf.json`, workingDirectory: folder }];
  });
  return Object.fromEntries(entries);
}

function jsonOf(stack: SmallStack): object {
  const { upstream = [], contract = { of: stack.stack }, resources, terraform = {}, more = {} } = stack;
  const remote = upstream.map((id) => [id.replaceAll("-", "_"), { backend: "s3", config: { bucket, region, key: keyOf(id) } }]);
  const read = { ...more.data, ...(upstream.length === 0 ? {} : { terraform_remote_state: Object.fromEntries(remote) }) };
  return {
    "//": { groundplan: factsOf(stack) },
    terraform: {
      backend: { s3: backendOf(factsOf(stack).state) },
      required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } },
      ...terraform,
    },
    ...(more.variable === undefined ? {} : { variable: more.variable }),
    provider: { aws: [{ region, allowed_account_ids: [accountId] }, ...(more.provider === undefined ? [] : [more.provider])] },
    ...(Object.keys(read).length === 0 ? {} : { data: read }),
    ...(more.ephemeral === undefined ? {} : { ephemeral: more.ephemeral }),
    ...(Object.keys(resources).length === 0 ? {} : { resource: resources }),
    ...(more.locals === undefined ? {} : { locals: more.locals }),
    output: { contract: { value: contract } },
  };
}

function backendOf({ lockTable, ...place }: StackFacts["state"]): object {
  return { ...place, dynamodb_table: lockTable, use_lockfile: true };
}

function factsOf({ stack, resources: _, contract: __, terraform: ___, more: ____, ...given }: SmallStack): StackFacts {
  const [of = "", ...layer] = stack.split("-");
  const { upstream = [] } = given;
  return {
    stack,
    of,
    layer: layer.join("-"),
    account: "small",
    accountId,
    accountKind: "workload",
    emulatorOnly: false,
    region,
    production: false,
    upstreamKeys: Object.fromEntries(upstream.map((id) => [id, keyOf(id)])),
    acknowledged: [],
    notices: [],
    state: { bucket, key: keyOf(stack), region, lockTable },
    ...given,
    upstream,
  };
}

export function keyOf(stack: string): string {
  const [of = "", ...layer] = stack.split("-");
  return `${of}/${layer.join("-")}.tfstate`;
}

/** A parameter: made at once, and stateful. */
export function parameter(name: string, value = name): Readonly<Record<string, object>> {
  return { [name]: { name: `/small/${name}`, type: "String", value } };
}
