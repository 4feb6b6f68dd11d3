import { join } from "node:path";
import type { Command } from "commander";
import { loadEstate } from "../environments/load.js";
import { synthesizeEstate } from "../stacks/estate.js";
import { readStacks, type SynthesizedStack } from "../stacks/read-stacks.js";
import { type Context, jsonOption, openContext, print } from "./context.js";
import { placeProviderLock } from "./synth/provider-lock.js";

/** `groundplan synth`: the whole estate, always; a subset would leave the folders of the rest behind, as if they stood. */
export function synthCommand(program: Command): void {
  program
    .command("synth")
    .description("check the environment files and write every stack's Terraform JSON to cdktf.out")
    .addOption(jsonOption())
    .action((options: { json?: boolean }) => synth(openContext(options)));
}

function synth(context: Context): void {
  const stacks = synthesize(context);
  print(context, {
    human: [...stacks.map(({ facts, folder }) => `${facts.stack}  ${folder}`), `synthesized ${stacks.length} stacks`].join("\n"),
    json: stacks.map(({ facts, folder }) => ({ ...facts, folder })),
  });
}

/**
 * Checks all environment files, then synthesizes every stack of the estate, each with the provider's lock beside it.
 *
 * @throws {ConfigError} every problem of the files, before anything is written
 */
export function synthesize({ root, outdir }: Pick<Context, "root" | "outdir">): readonly SynthesizedStack[] {
  synthesizeEstate(loadEstate(join(root, "environments")), outdir);
  const stacks = readStacks(outdir);
  for (const { folder } of stacks) placeProviderLock(root, folder);
  return stacks;
}
