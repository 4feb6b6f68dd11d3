import { performance } from "node:perf_hooks";

/** Something whose seconds are measured. */
export type Run = () => Promise<unknown>;

/**
 * The median seconds of each run. They take turns, so that what else the machine does falls on all alike; the first round
 * warms the disk's cache and is not counted.
 */
export async function medianSeconds<Name extends string>(runs: Readonly<Record<Name, Run>>, rounds: number): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[];
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const started = performance.now();
      await runs[name]();
      if (round > 0) seconds[name].push((performance.now() - started) / 1000);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seconds[name])])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}
