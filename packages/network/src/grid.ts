import { knownCidr } from "./cidr.js";
import type { NetworkConfig } from "./schema/network.js";

/** The VPC, cut into cells of one size: a row a tier's slot, a column an AZ. */
export interface Grid {
  readonly tiers: number;
  readonly azs: number;
  /** Prefix length of the VPC. */
  readonly vpcPrefixLength: number;
  /** Prefix length of a cell. */
  readonly prefixLength: number;
}

export function gridOf({ cidr, ipam, grid }: Pick<NetworkConfig, "cidr" | "ipam" | "grid">): Grid {
  const vpcPrefixLength = cidr === undefined ? (ipam?.netmaskLength ?? 16) : knownCidr(cidr).prefixLength;
  return { ...grid, vpcPrefixLength, prefixLength: vpcPrefixLength + cellBits(grid) };
}

/** Bits that tell cells apart: 4 for 4 tiers × 4 AZs. */
export function cellBits({ tiers, azs }: { readonly tiers: number; readonly azs: number }): number {
  return Math.ceil(Math.log2(tiers * azs));
}

export function cellOf({ azs }: Pick<Grid, "azs">, slot: number, column: number): number {
  return slot * azs + column;
}
