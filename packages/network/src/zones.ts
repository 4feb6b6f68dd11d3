import type { NetworkConfig } from "./schema/network.js";

/** An availability zone of the network, and its column in the grid. */
export interface Zone {
  /** `a` of `eu-west-1a`. */
  readonly letter: string;
  readonly column: number;
}

/**
 * The letters of each region's zones, so far as every account sees the same. us-west-1 is not here: each account sees two of three.
 * A row may grow at its end and never otherwise change: a count takes its first letters.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
const lettersOf: Readonly<Record<string, string>> = {
  "af-south-1": "abc",
  "ap-east-1": "abc",
  "ap-east-2": "abc",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
  "ap-northeast-3": "abc",
  "ap-south-1": "abc",
  "ap-south-2": "abc",
  "ap-southeast-1": "abc",
  "ap-southeast-2": "abc",
  "ap-southeast-3": "abc",
  "ap-southeast-4": "abc",
  "ap-southeast-5": "abc",
  "ap-southeast-7": "abc",
  "ca-central-1": "abd",
  "ca-west-1": "abc",
  "eu-central-1": "abc",
  "eu-central-2": "abc",
  "eu-north-1": "abc",
  "eu-south-1": "abc",
  "eu-south-2": "abc",
  "eu-west-1": "abc",
  "eu-west-2": "abc",
  "eu-west-3": "abc",
  "il-central-1": "abc",
  "me-central-1": "abc",
  "me-south-1": "abc",
  "mx-central-1": "abc",
  "sa-east-1": "abc",
  "us-east-1": "abcdef",
  "us-east-2": "abc",
  "us-west-2": "abcd",
};

/** The letters that a count can choose from; `undefined` for a region that is not in the table. */
export function lettersIn(region: string): readonly string[] | undefined {
  const letters = lettersOf[region];
  return letters === undefined ? undefined : [...letters];
}

/** The zones of a network, in the order of their letters. A letter's column is its place in the alphabet, unless a map says otherwise. */
export function zonesOf({ azs, region }: Pick<NetworkConfig, "azs" | "region">): readonly Zone[] {
  if (typeof azs === "number") return (lettersIn(region) ?? []).slice(0, azs).map(standing);
  if (Array.isArray(azs)) return [...azs].sort().map(standing);
  return Object.entries(azs)
    .map(([letter, column]) => ({ letter, column }))
    .sort((one, other) => (one.letter < other.letter ? -1 : 1));
}

function standing(letter: string): Zone {
  return { letter, column: letter.charCodeAt(0) - "a".charCodeAt(0) };
}
