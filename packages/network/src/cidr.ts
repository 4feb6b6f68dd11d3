import ipaddr from "ipaddr.js";

/** A range of IPv4 addresses: the first one as a number, and the prefix length. */
export interface Cidr {
  readonly first: number;
  readonly prefixLength: number;
}

/** What a text says, aligned or not; `undefined` where it is no IPv4 CIDR. */
export function parseCidr(text: string): Cidr | undefined {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return undefined;
  const [address, prefixLength] = ipaddr.IPv4.parseCIDR(text);
  return { first: address.toByteArray().reduce((number, byte) => number * 256 + byte, 0), prefixLength };
}

/** A CIDR that was checked before; one that was not is our bug. */
export function knownCidr(text: string): Cidr {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`"${text}" was to be checked before it is computed with; this is a bug of ours`);
  return cidr;
}

export function cidrText({ first, prefixLength }: Cidr): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${new ipaddr.IPv4(bytes).toString()}/${prefixLength}`;
}

/** How many addresses a prefix leaves. */
export function addressesOf(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

/** The range of that size in which the CIDR's first address lies. */
export function aligned({ first, prefixLength }: Cidr): Cidr {
  return { first: first - (first % addressesOf(prefixLength)), prefixLength };
}

/** The n-th range of a size in a CIDR. */
export function nthRange({ first }: Cidr, prefixLength: number, n: number): Cidr {
  return { first: first + n * addressesOf(prefixLength), prefixLength };
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  return inner.first >= outer.first && endOf(inner) <= endOf(outer);
}

export function overlap(one: Cidr, other: Cidr): boolean {
  return one.first < endOf(other) && other.first < endOf(one);
}

function endOf({ first, prefixLength }: Cidr): number {
  return first + addressesOf(prefixLength);
}
