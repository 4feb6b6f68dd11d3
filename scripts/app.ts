import { readStacks, type SynthesizedStack } from "../stacks/read-stacks.js";
import type { Context } from "./context.js";
import { InputError } from "./failure.js";

/** All stacks of the app, each environment's: synthesized now, or those that `--outdir` names. */
export async function stacksOfApp(context: Context): Promise<readonly SynthesizedStack[]> {
  if (context.synthesizes) throw new InputError("TODO: synth");
  return readStacks(context.outdir);
}
