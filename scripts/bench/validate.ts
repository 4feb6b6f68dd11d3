import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { type Figure, figure } from "./figure.js";
import { medianSeconds } from "./measure.js";
import { mergedModule, terraformIn } from "./terraform.js";

/** One Terraform for all stacks against one for each; both are installed already. */
export async function mergedAgainstOneByOne(stacks: readonly SynthesizedStack[], folder: string): Promise<Figure> {
  const module = join(folder, "merged");
  mkdirSync(module, { recursive: true });
  await mergedModule(module, stacks);
  for (const stack of stacks) await terraformIn(stack.folder, "init", "-backend=false", "-input=false");
  const seconds = await medianSeconds(
    {
      merged: () => terraformIn(module, "validate"),
      oneByOne: async () => {
        for (const stack of stacks) await terraformIn(stack.folder, "validate");
      },
    },
    2,
  );
  return figure(`terraform validate of ${stacks.length} stacks, merged / one by one`, seconds.merged / seconds.oneByOne, 0.5);
}
