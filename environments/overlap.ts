import type { Problem } from "@groundplan/core/schema";
import ipaddr from "ipaddr.js";
import type { Draft } from "./draft.js";
import type { LocatedProblem } from "./problem.js";

interface Range {
  readonly draft: Draft;
  readonly path: Problem["path"];
  readonly cidr: string;
  readonly first: number;
  readonly last: number;
}

/** Networks that may be joined one day must not share an address: each range of each environment against all others'. */
export function overlaps(drafts: readonly Draft[]): LocatedProblem[] {
  const ranges = drafts.filter(({ values }) => values.peerable !== false).flatMap(rangesOf);
  return ranges.flatMap((range, index) => {
    const other = ranges.slice(0, index).find((one) => one.draft !== range.draft && one.first <= range.last && range.first <= one.last);
    return other === undefined ? [] : [overlap(range, other)];
  });
}

function rangesOf(draft: Draft): Range[] {
  const { network } = draft.values;
  if (network === undefined) return [];
  const primary = network.cidr === undefined ? [] : [{ path: ["network", "cidr"], cidr: network.cidr }];
  const secondary = network.secondaryCidrs.map((cidr, index) => ({ path: ["network", "secondaryCidrs", index], cidr }));
  return [...primary, ...secondary].map((range) => ({ draft, ...range, ...boundsOf(range.cidr) }));
}

function boundsOf(cidr: string): { first: number; last: number } {
  const [address, bits] = ipaddr.IPv4.parseCIDR(cidr);
  const first = address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0);
  return { first, last: first + 2 ** (32 - bits) - 1 };
}

function overlap({ draft, path, cidr }: Range, other: Range): LocatedProblem {
  const there = other.draft.file.locate({ path: other.path, value: other.cidr, wrong: "", fix: "" });
  return draft.file.locate({
    path,
    value: cidr,
    wrong: `overlaps "${other.cidr}" of ${other.draft.name} (${there.file}:${there.line})`,
    fix: 'give another range, or say "peerable: false" in one of them',
  });
}
