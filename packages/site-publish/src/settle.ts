import { InterruptedError } from "./failure.js";

/** Runs to the end; where it was stopped on the way, tells what was done. */
export async function settle<T>(signal: AbortSignal, done: () => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw new InterruptedError(done());
    throw error;
  }
}
