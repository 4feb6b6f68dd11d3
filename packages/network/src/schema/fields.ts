import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { aligned, cidrText, parseCidr } from "../cidr.js";
import { largest, smallest } from "../subnet-size.js";

/** An AZ's letter. Local Zones have longer names, and are no AZs. */
export const letter = () => z.string().regex(/^[a-f]$/, "is no AZ letter; give one of a to f");

/** The range of a VPC or a subnet: /16 to /28, begun where a range of its size begins. */
export const range = (because: string) => structural(cidrWithin(largest, smallest), because);

/** What a route or a rule speaks of: any IPv4 range. */
export const destination = () => cidrWithin(0, 32);

export const ipv6Destination = () => z.cidrv6('is no IPv6 CIDR; give one such as "2001:db8::/32"');

function cidrWithin(shortest: number, longest: number) {
  const problem = (text: unknown) => cidrProblem(String(text), shortest, longest);
  return z.string().refine((text) => problem(text) === undefined, { error: ({ input }) => problem(input) ?? "" });
}

function cidrProblem(text: string, shortest: number, longest: number): string | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) return notCidr(text, Math.max(shortest, 16));
  if (cidr.prefixLength < shortest || cidr.prefixLength > longest)
    return `is a /${cidr.prefixLength}; AWS takes /${shortest} to /${longest} here`;
  const meant = cidrText(aligned(cidr));
  return meant === cidrText(cidr) ? undefined : `does not begin where a /${cidr.prefixLength} begins; did you mean ${meant}?`;
}

function notCidr(text: string, prefixLength: number): string {
  const meant = `${text}/${prefixLength}`;
  const hint = parseCidr(meant) === undefined ? `give one such as 10.0.0.0/${prefixLength}` : `did you mean ${meant}?`;
  return `is no IPv4 CIDR; ${hint}`;
}

/** An AWS id, such as `vpc-0123456789abcdef0`; a token passes. */
export const awsId = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-[0-9a-f]+$`), `is no id; give one such as "${prefix}-0123456789abcdef0"`);
