import type { CrossProblem } from "@groundplan/core/schema";
import ipaddr from "ipaddr.js";
import { isIpv6 } from "./address-range.js";

/** Lists of ranges: who is kept out is asked first, then who passes. */
interface Lists {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/** Everybody in a list: AWS takes no such range. https://docs.aws.amazon.com/waf/latest/APIReference/API_IPSet.html */
export function everybodyIn(lists: Lists): CrossProblem[] {
  return (["allow", "deny"] as const).flatMap((list) =>
    lists[list].flatMap((range, index) =>
      range.endsWith("/0")
        ? [{ path: [list, index], value: range, message: "is everybody, which no list of a web ACL takes; name the ranges that are meant" }]
        : [],
    ),
  );
}

/** Ranges that are to pass, and are kept out whole before. */
export function neverPassing({ allow, deny }: Lists): CrossProblem[] {
  const denied = new Set(deny);
  const sizes = [...new Set(deny.map(sizeOf))];
  return allow.flatMap((range, index) => {
    const around = sizes.filter((size) => size <= sizeOf(range)).map((size) => widened(range, size));
    const cover = around.find((one) => denied.has(one));
    if (cover === undefined) return [];
    const message = `never passes, since ${cover} of "deny" is asked first; take one of them out, or deny what is left`;
    return [{ path: ["allow", index], value: range, message }];
  });
}

function sizeOf(range: string): number {
  return Number(range.split("/")[1]);
}

/** The range of a size that a smaller one lies in. */
function widened(range: string, size: number): string {
  const [address = ""] = range.split("/");
  const kind = isIpv6(range) ? ipaddr.IPv6 : ipaddr.IPv4;
  return `${kind.networkAddressFromCIDR(`${address}/${size}`).toString()}/${size}`;
}
