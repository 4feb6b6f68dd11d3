import { join } from "node:path";
import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { type Figure, figure } from "./figure.js";
import { medianSeconds } from "./measure.js";
import { installEach, installMerged, validate } from "./terraform.js";

/** One Terraform for all stacks, and one for each that imports, against one for each of all; they are installed already. */
export async function mergedAgainstOneByOne(stacks: readonly SynthesizedStack[], folder: string): Promise<Figure> {
  const merged = await installMerged(join(folder, "merged"), stacks);
  const each = await installEach(stacks);
  const seconds = await medianSeconds({ merged: () => validate(merged), oneByOne: () => validate(each) }, 2);
  const imports = merged.length - 1;
  const name = `terraform validate of ${stacks.length} stacks, merged${imports === 0 ? "" : ` but for ${imports} that import`} / one by one`;
  return figure(name, seconds.merged / seconds.oneByOne, 0.25);
}
