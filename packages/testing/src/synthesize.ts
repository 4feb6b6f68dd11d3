import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformBackend, TerraformStack } from "cdktf";
import { addBareProviders, type ProviderArguments } from "./bare-provider.js";
import type { StackJson } from "./stack-json.js";
import { Template } from "./template.js";

/** Fills a stack with the constructs under test. */
export type Build = (stack: TerraformStack) => void;

/** How to synthesize. */
export interface SynthesizeOptions {
  /** The stack's id; no address depends on it. Default: `test`. */
  readonly stackId?: string;
  /** Arguments of the providers that the build leaves to us, by provider. Default: `{ aws: { region: "eu-west-1" } }`. */
  readonly providers?: Readonly<Record<string, ProviderArguments>>;
}

/**
 * What constructs synthesize to: parsed, after every validation has passed. Nothing is left on the disk.
 *
 * @example
 * const template = synthesize((stack) => new Network(stack, "network", { … }));
 * expect(template).toHaveResource("aws_vpc", { enable_dns_hostnames: true });
 * @throws {Error} where a construct refuses its props, or a validation fails
 */
export function synthesize(build: Build, options: SynthesizeOptions = {}): Template {
  return inTemporaryFolder((folder) => readTemplate(synthesizeInto(folder, build, options)));
}

/**
 * The same of a stack of one's own, as it is: it makes its providers itself.
 *
 * @example const template = synthesizeStack((app) => new ShopStack(app, "shop"));
 */
export function synthesizeStack(make: (app: App) => TerraformStack): Template {
  return inTemporaryFolder((folder) => {
    const app = appInto(folder);
    const stack = make(app);
    app.synth();
    return readTemplate(join(folder, "stacks", stack.node.id));
  });
}

/** Synthesizes into a folder, and gives the one in it that Terraform runs in. */
export function synthesizeInto(folder: string, build: Build, options: SynthesizeOptions = {}): string {
  const { stackId = "test", providers = { aws: { region: "eu-west-1" } } } = options;
  const app = appInto(folder);
  const stack = new TerraformStack(app, stackId);
  build(stack);
  addBareProviders(stack, providers);
  // by default cdktf's state would lie in the working directory, whose path would stand in the JSON
  if (!stack.node.findAll().some(TerraformBackend.isBackend)) new LocalBackend(stack, { path: "terraform.tfstate" });
  app.synth();
  return join(folder, "stacks", stackId);
}

function appInto(folder: string): App {
  return new App({ outdir: folder, stackTraces: false, skipValidation: false, hclOutput: false });
}

function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), `groundplan-synth-${process.pid}-`));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readTemplate(stackFolder: string): Template {
  return new Template(JSON.parse(readFileSync(join(stackFolder, "cdk.tf.json"), "utf8")) as StackJson);
}
