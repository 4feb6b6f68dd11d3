import { setTimeout as pause } from "node:timers/promises";
import { type Interrupts, interrupts } from "../terraform/interrupts.js";

/** How a wait ends: with what was waited for, by its time, or by Ctrl-C. What is waited for goes on in AWS all the same. */
export type Waited<T> = { readonly found: T } | "timeout" | "interrupted";

const longestPause = 10_000;

/** Looks until there is something to see, at first every second, then more rarely. */
export async function until<T>(
  look: () => Promise<T | undefined>,
  milliseconds: number,
  signals: Interrupts = interrupts,
): Promise<Waited<T>> {
  const stop = new AbortController();
  const done = signals.add({ interrupt: () => stop.abort() });
  const end = performance.now() + milliseconds;
  try {
    for (let wait = 1000; ; wait = Math.min(wait * 1.3, longestPause)) {
      const found = await look();
      if (found !== undefined) return { found };
      if (stop.signal.aborted) return "interrupted";
      if (performance.now() >= end) return "timeout";
      await pause(wait, undefined, { signal: stop.signal }).catch(() => undefined);
      if (stop.signal.aborted) return "interrupted";
    }
  } finally {
    done();
  }
}
