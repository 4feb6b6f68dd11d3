import type { RunOptions } from "../run.js";
import { stoppable } from "./interrupts.js";
import type { RunFlags } from "./run-options.js";
import type { Opened } from "./site-options.js";
import { openTold } from "./told.js";

/** Does with a site what a command's flags say: told of on the way, and stopped by a signal. */
export async function runTold<T>(flags: RunFlags, open: () => Promise<Opened>, work: (options: RunOptions) => Promise<T>): Promise<T> {
  const { lockWait: lockWaitSeconds, dryRun, wait, concurrency, json = false } = flags;
  const told = openTold(json);
  const listener = { onProgress: told.onProgress.bind(told), onNotice: told.onNotice.bind(told) };
  try {
    return await stoppable(async (signal) => work({ ...(await open()), dryRun, wait, concurrency, lockWaitSeconds, signal, ...listener }));
  } finally {
    told.end();
  }
}
