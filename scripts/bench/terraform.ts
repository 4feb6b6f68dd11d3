import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTerraform, terraformEnvironment } from "@groundplan/emulator";
import { execa } from "execa";
import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { placeProviderLock } from "../synth/provider-lock.js";
import { rootModule } from "../validate/root-module.js";

export async function terraformIn(folder: string, ...args: string[]): Promise<void> {
  const { path } = await findTerraform();
  await execa(path, args, { cwd: folder, env: await terraformEnvironment(), stdin: "ignore" });
}

/** A root module of all the stacks, ready to be validated. */
export async function mergedModule(folder: string, stacks: readonly SynthesizedStack[]): Promise<void> {
  const called = stacks.map((stack) => ({ stack: stack.facts.stack, folder: stack.folder, source: JSON.parse(stack.json()) }));
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(rootModule(folder, called)));
  placeProviderLock(process.cwd(), folder);
  await terraformIn(folder, "init", "-backend=false", "-input=false");
}
