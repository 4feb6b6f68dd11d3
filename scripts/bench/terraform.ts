import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTerraform, terraformEnvironment } from "@groundplan/emulator";
import { execa } from "execa";
import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { placeProviderLock } from "../synth/provider-lock.js";
import { rootModule, type StackSource } from "../validate/root-module.js";

export async function terraformIn(folder: string, ...args: string[]): Promise<void> {
  const { path } = await findTerraform();
  await execa(path, args, { cwd: folder, env: await terraformEnvironment(), stdin: "ignore" });
}

/** Installs what validates each of the stacks: their own folders. */
export async function installEach(stacks: readonly SynthesizedStack[]): Promise<string[]> {
  const folders = stacks.map(({ folder }) => folder);
  for (const folder of folders) await install(folder);
  return folders;
}

/** Installs what validates all of the stacks: one root module, and the folders of those that import, which only root modules may. */
export async function installMerged(module: string, stacks: readonly SynthesizedStack[]): Promise<string[]> {
  const read = stacks.map((stack) => ({ stack, source: JSON.parse(stack.json()) as StackSource }));
  const called = read
    .filter(({ source }) => source.import === undefined)
    .map(({ stack, source }) => ({ stack: stack.facts.stack, folder: stack.folder, source }));
  mkdirSync(module, { recursive: true });
  writeFileSync(join(module, "main.tf.json"), JSON.stringify(rootModule(module, called)));
  placeProviderLock(process.cwd(), module);
  await install(module);
  return [module, ...(await installEach(read.filter(({ source }) => source.import !== undefined).map(({ stack }) => stack)))];
}

async function install(folder: string): Promise<void> {
  await terraformIn(folder, "init", "-backend=false", "-input=false");
}

/** Validates installed folders, one after another. */
export async function validate(folders: readonly string[]): Promise<void> {
  for (const folder of folders) await terraformIn(folder, "validate");
}
