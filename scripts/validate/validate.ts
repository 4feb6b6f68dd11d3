import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { findTerraform, terraformEnvironment } from "@groundplan/emulator";
import { execa } from "execa";
import pLimit from "p-limit";
import { lock } from "proper-lockfile";
import { placeProviderLock } from "../synth/provider-lock.js";
import { atOnce } from "../terraform/at-once.js";
import { type Diagnostic, type Finding, findingOf, type StackFolder } from "./finding.js";
import { rootModule, type StackSource } from "./root-module.js";
import { type ReadStack, sharingProviders } from "./shared-provider.js";

export interface ValidateOptions {
  /** the project's root, where the provider's lock file lies */
  readonly root: string;
  /** where Terraform keeps what it installs; the same folder serves again, one run at a time */
  readonly workFolder: string;
}

/**
 * What Terraform finds in stacks, all in one process. A stack that imports is validated alone, beside the others: import blocks
 * stand in root modules only. No backend, no credentials.
 */
export async function validateStacks(stacks: readonly StackFolder[], options: ValidateOptions): Promise<Finding[]> {
  mkdirSync(options.workFolder, { recursive: true });
  const release = await lock(options.workFolder, { retries: { retries: 600, minTimeout: 100, maxTimeout: 500 } });
  try {
    const read = stacks.map((stack) => ({ ...stack, source: readSource(stack) }));
    const merged = read.filter(({ source }) => source.import === undefined);
    const alone = read.filter(({ source }) => source.import !== undefined);
    rmSync(join(options.workFolder, "alone"), { recursive: true, force: true });
    const limit = pLimit(atOnce("plan"));
    // the lock is held until the last one has ended
    const ended = await Promise.allSettled([
      limit(() => validateMerged(merged, options)),
      ...alone.map((stack, index) => limit(() => validateAlone(stack, join(options.workFolder, "alone", String(index)), options))),
    ]);
    return ended.flatMap((one) => {
      if (one.status === "rejected") throw one.reason;
      return one.value;
    });
  } finally {
    await release();
  }
}

function readSource({ folder }: StackFolder): StackSource {
  return JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
}

async function validateMerged(merged: readonly ReadStack[], { root, workFolder }: ValidateOptions): Promise<Finding[]> {
  if (merged.length === 0) return [];
  const folder = join(workFolder, "merged");
  mkdirSync(folder, { recursive: true });
  const stacks = sharingProviders(merged, join(folder, "stacks"));
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(rootModule(folder, stacks), undefined, 2));
  const diagnostics = await validateFolder(folder, root);
  return diagnostics.map((diagnostic) => findingOf(diagnostic, folder, stacks));
}

async function validateAlone(stack: ReadStack, folder: string, { root }: ValidateOptions): Promise<Finding[]> {
  cpSync(stack.folder, folder, { recursive: true, filter: (path) => basename(path) !== ".terraform" });
  const diagnostics = await validateFolder(folder, root);
  return diagnostics.map((diagnostic) => ({ ...findingOf(diagnostic, folder, []), stack: stack.stack }));
}

async function validateFolder(folder: string, root: string): Promise<Diagnostic[]> {
  placeProviderLock(root, folder);
  const terraform = await findTerraform();
  const run = async (...args: string[]) => {
    const env = await terraformEnvironment({ cacheFolder: join(root, ".groundplan") });
    return execa(terraform.path, args, { cwd: folder, env, reject: false, stdin: "ignore" });
  };
  const init = await run("init", "-backend=false", "-input=false", "-json");
  const initDiagnostics = init.stdout.split("\n").flatMap(readEvent);
  if (init.failed) {
    if (initDiagnostics.length > 0) return initDiagnostics;
    throw new Error(`terraform init failed in ${folder}:\n${init.stderr || init.stdout || init.shortMessage}`);
  }
  const validate = await run("validate", "-json");
  const { diagnostics } = readReport(validate.stdout) ?? {};
  if (diagnostics === undefined) throw new Error(`terraform validate failed in ${folder}:\n${validate.stderr || validate.shortMessage}`);
  // the warning that a module's backend is not read, which is meant
  return diagnostics.filter(({ summary }) => summary !== "Backend configuration ignored");
}

function readEvent(line: string): Diagnostic[] {
  const event = readReport(line);
  return event?.diagnostic?.severity === "error" ? [event.diagnostic] : [];
}

interface Report {
  readonly diagnostic?: Diagnostic;
  readonly diagnostics?: Diagnostic[];
}

function readReport(json: string): Report | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
