import { readStacks, type SynthesizedStack } from "../stacks/read-stacks.js";
import type { Context } from "./context.js";
import { synthesize } from "./synth.js";

/** All stacks of the app, each environment's: synthesized now, or those that `--outdir` names. */
export function stacksOfApp(context: Context): readonly SynthesizedStack[] {
  return context.synthesizes ? synthesize(context) : readStacks(context.outdir);
}
