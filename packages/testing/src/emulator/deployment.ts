import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Build, type SynthesizeOptions, synthesizeInto } from "../synthesize.js";
import { differences } from "./differences.js";
import { leftovers } from "./leftovers.js";
import { lostBy, type PlanSummary, summarize } from "./plan-summary.js";
import { readState, typeOf } from "./state.js";
import { runEvents, runText, type TerraformSetting } from "./terraform.js";

const planFile = "plan.tfplan";

/** What a deployment is given by its world. */
export interface DeploymentSetting extends TerraformSetting {
  readonly name: string;
  readonly synthesis: SynthesizeOptions;
  /** Fails where the emulator was asked for something that it did not answer. */
  readonly requireNoFaults: () => Promise<void>;
}

/** A stack and its state, applied by Terraform itself. One call at a time. */
export class Deployment {
  readonly name: string;
  /** Where Terraform runs: its JSON, its state, its lock file. */
  readonly folder: string;
  /** The types that it was made of, at any time. */
  readonly types = new Set<string>();
  private json: string;
  private initialized: string | undefined;

  constructor(
    private readonly setting: DeploymentSetting,
    build: Build,
  ) {
    this.name = setting.name;
    this.folder = setting.folder;
    mkdirSync(this.folder, { recursive: true });
    this.json = this.synthesize(build);
  }

  /** Makes the stack what the build says; gives what Terraform did for that. */
  async apply(): Promise<PlanSummary> {
    return this.with(this.json, async () => {
      const events = await runEvents(this.setting, "apply", "-auto-approve");
      return this.applied(summarize(events));
    });
  }

  /** What an apply would do now; with a build, what it would do with that one instead. Changes nothing. */
  async plan(build?: Build): Promise<PlanSummary> {
    return this.with(build === undefined ? this.json : this.synthesize(build), () => this.planned());
  }

  /** @throws {Error} with each difference, where a plan is not empty: the stack never settles */
  async expectEmptyPlan(): Promise<void> {
    await this.with(this.json, async () => {
      const summary = await this.planned();
      if (Object.values(summary).every((addresses: readonly string[]) => addresses.length === 0)) return;
      throw new Error(
        [
          `the plan of "${this.name}" is not empty:`,
          ...(await differences(this.setting, planFile)),
          ...summary.outputs.map((name) => `output "${name}"`),
        ].join("\n  "),
      );
    });
  }

  /**
   * Changes the stack to another build, as one does in production: plans, looks, applies that very plan.
   *
   * `allow` names what stateful resources may be lost, by address, as a person does with `--allow-replace`.
   *
   * @throws {Error} before anything is applied, where something else stateful would be replaced or destroyed
   */
  async change(build: Build, { allow = [] }: { readonly allow?: readonly string[] } = {}): Promise<PlanSummary> {
    const json = this.synthesize(build);
    const summary = await this.with(json, async () => {
      const planned = await this.planned();
      const lost = lostBy(planned).filter((address) => !allow.includes(address));
      if (lost.length > 0) throw new Error(`the change of "${this.name}" would lose ${lost.join(", ")}; nothing was applied`);
      await runEvents(this.setting, "apply", planFile);
      return this.applied(planned);
    });
    this.json = json;
    return summary;
  }

  /** The outputs of the last apply, sensitive ones too. */
  async outputs(): Promise<Readonly<Record<string, unknown>>> {
    return (await readState(this.setting)).outputs;
  }

  /** The addresses that the state holds, sorted. */
  async addresses(): Promise<readonly string[]> {
    return (await readState(this.setting)).addresses;
  }

  /**
   * Destroys the stack, and asks the provider for each resource again.
   *
   * @throws {Error} where the state still holds something, or something still stands in AWS
   */
  async destroy(): Promise<void> {
    await this.with(this.json, async () => {
      const before = await readState(this.setting);
      await runEvents(this.setting, "destroy", "-auto-approve");
      const { addresses } = await readState(this.setting);
      if (addresses.length > 0) throw new Error(`destroyed, and yet the state of "${this.name}" holds ${addresses.join(", ")}`);
      const left = await leftovers(this.setting, before);
      if (left.length > 0) throw new Error(`"${this.name}" was destroyed, and left standing: ${left.join(", ")}`);
      await this.setting.requireNoFaults();
    });
  }

  private async applied(summary: PlanSummary): Promise<PlanSummary> {
    for (const address of [...summary.create, ...summary.replace, ...summary.update]) this.types.add(typeOf(address));
    await this.setting.requireNoFaults();
    return summary;
  }

  private async planned(): Promise<PlanSummary> {
    const events = await runEvents(this.setting, "plan", `-out=${planFile}`);
    await this.setting.requireNoFaults();
    return summarize(events);
  }

  /** Runs with a JSON in place, and puts the deployment's own back. */
  private async with<T>(json: string, work: () => Promise<T>): Promise<T> {
    const file = join(this.folder, "cdk.tf.json");
    writeFileSync(file, json);
    try {
      await this.initialize(json);
      return await work();
    } finally {
      if (json !== this.json) writeFileSync(file, this.json);
    }
  }

  /** Once, and again where the backend, the providers or the modules changed. */
  private async initialize(json: string): Promise<void> {
    const { terraform, module } = JSON.parse(json) as { terraform?: unknown; module?: unknown };
    const wanted = JSON.stringify({ terraform, module });
    if (wanted === this.initialized) return;
    await runText(this.setting, "init", "-input=false", "-no-color");
    this.initialized = wanted;
  }

  private synthesize(build: Build): string {
    const folder = mkdtempSync(join(this.folder, "synth-"));
    try {
      return readFileSync(join(synthesizeInto(folder, build, this.setting.synthesis), "cdk.tf.json"), "utf8");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
