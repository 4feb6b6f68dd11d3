import { performance } from "node:perf_hooks";

/** Something whose seconds are measured. */
export type Run = () => Promise<unknown>;

/** Seconds since some time. */
type Clock = () => number;

const wallSeconds: Clock = () => performance.now() / 1000;

/** Of this process alone: what others do meanwhile costs nothing. */
export const cpuSeconds: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

/**
 * The median seconds of each run. They take turns, so that what else the machine does falls on all alike; the first round
 * warms the disk's cache and is not counted.
 */
export async function medianSeconds<Name extends string>(
  runs: Readonly<Record<Name, Run>>,
  rounds: number,
  clock: Clock = wallSeconds,
): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[];
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const started = clock();
      await runs[name]();
      if (round > 0) seconds[name].push(clock() - started);
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
