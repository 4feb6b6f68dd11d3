import { join } from "node:path";
import { execa } from "execa";
import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { type Figure, figure } from "./figure.js";
import { writeFloor } from "./floor.js";
import { medianSeconds } from "./measure.js";
import { installMerged, validate } from "./terraform.js";

/** The environment whose synth is held against the floor. */
const environment = "dev";

/** Synth of one environment, as a process, against loading the libraries that it needs. */
export async function synthAgainstFloor(stacks: readonly SynthesizedStack[], folder: string): Promise<Figure> {
  const floor = writeFloor(
    stacks.filter(({ facts }) => facts.of === environment),
    folder,
  );
  const seconds = await medianSeconds(
    {
      floor: () => execa(process.execPath, [floor]),
      synth: () => execa(process.execPath, ["scripts/run.mjs", "scripts/bench/one-environment.ts", environment, join(folder, "one")]),
    },
    9,
  );
  return figure(`synth of one environment / loading cdktf and the provider files that it uses`, seconds.synth / seconds.floor, 2);
}

/** Synth of the whole estate, as a process, against Terraform's validation of the same stacks together. */
export async function synthAgainstValidate(stacks: readonly SynthesizedStack[], folder: string): Promise<Figure> {
  const merged = await installMerged(join(folder, "validate"), stacks);
  const seconds = await medianSeconds(
    {
      validate: () => validate(merged),
      synth: () => execa(process.execPath, ["scripts/run.mjs", "stacks/main.ts"], { env: { CDKTF_OUTDIR: join(folder, "all") } }),
    },
    5,
  );
  return figure("synth of all environments / terraform validate of their stacks, merged", seconds.synth / seconds.validate, 0.2);
}
