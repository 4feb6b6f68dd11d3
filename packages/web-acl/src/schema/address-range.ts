import ipaddr from "ipaddr.js";
import { z } from "zod";

/** A range of IPv4 or IPv6 addresses, begun where a range of its size begins: AWS takes, or shows again, no other. */
export const addressRange = () =>
  z.string().refine((text) => rangeProblem(text) === undefined, { error: ({ input }) => rangeProblem(String(input)) ?? "" });

/** Whether a range is one of IPv6 addresses. */
export const isIpv6 = (range: string) => range.includes(":");

function rangeProblem(text: string): string | undefined {
  const kind = isIpv6(text) ? ipaddr.IPv6 : ipaddr.IPv4;
  if (!kind.isValidCIDR(text)) return notRange(text);
  const meant = `${kind.networkAddressFromCIDR(text).toString()}/${kind.parseCIDR(text)[1]}`;
  return meant === text ? undefined : `is not how AWS writes a range; did you mean ${meant}?`;
}

function notRange(text: string): string {
  if (ipaddr.isValid(text)) return `is an address and no range; did you mean ${text}/${isIpv6(text) ? 128 : 32}?`;
  return 'is no range of addresses; give one such as "198.51.100.0/24" or "2001:db8::/32"';
}
