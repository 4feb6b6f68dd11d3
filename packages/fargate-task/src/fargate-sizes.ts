/**
 * Memory in GB by vCPU: the pairs that Fargate runs on Linux.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
export const fargateSizes = {
  0.25: [0.5, 1, 2],
  0.5: [1, 2, 3, 4],
  1: [2, 3, 4, 5, 6, 7, 8],
  2: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  4: [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30],
  8: [16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60],
  16: [32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120],
} as const;

type Sizes = typeof fargateSizes;

/**
 * A pair that Fargate runs, told by an editor: `{ cpu: "1 vCPU", memory: "2 GB" } satisfies FargateSize`.
 * The schema also takes units and MiB, and text of other spacing and case.
 */
export type FargateSize = {
  readonly [Cpu in keyof Sizes]: { readonly cpu: `${Cpu} vCPU`; readonly memory: `${Sizes[Cpu][number]} GB` };
}[keyof Sizes];

const unitsOfOne = 1024;

/** CPU units of what is written as such: `1024`, `"1024"`, `"1 vCPU"`, `".5 vcpu"`. `NaN` where it is none of these. */
export function cpuUnits(written: string | number): number {
  return sizeIn(written, /^(\d+|\d*\.\d+)\s*vcpu$/i);
}

/** MiB of what is written as such: `2048`, `"2048"`, `"2 GB"`, `"0.5gb"`. `NaN` where it is none of these. */
export function mebibytes(written: string | number): number {
  return sizeIn(written, /^(\d+|\d*\.\d+)\s*gb$/i);
}

function sizeIn(written: string | number, inWholes: RegExp): number {
  if (typeof written === "number") return written;
  const text = written.trim();
  const wholes = inWholes.exec(text)?.[1];
  if (wholes !== undefined) return Number(wholes) * unitsOfOne;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** MiB that may go with CPU units; `undefined` where Fargate has no such CPU. */
export function memoriesOf(units: number): readonly number[] | undefined {
  const found = Object.entries(fargateSizes).find(([cpu]) => Number(cpu) * unitsOfOne === units);
  return found?.[1].map((gigabytes) => gigabytes * unitsOfOne);
}

/** What may be chosen, in a person's words: `256 (0.25 vCPU)`. */
export const cpuChoices: readonly string[] = Object.keys(fargateSizes)
  .map(Number)
  .sort((one, other) => one - other)
  .map((cpu) => `${cpu * unitsOfOne} (${cpu} vCPU)`);

/** `512 (0.5 GB), 1024 (1 GB)`; a long list by its ends and step. */
export function memoryChoices(memories: readonly number[]): string {
  const [first = 0, second = 0] = memories;
  const last = memories.at(-1) ?? 0;
  const gigabytes = (mib: number): string => `${mib} (${mib / unitsOfOne} GB)`;
  if (memories.length <= 4) return memories.map(gigabytes).join(", ");
  return `${gigabytes(first)} to ${gigabytes(last)} in steps of ${second - first}`;
}
