import type { CrossProblem } from "@groundplan/core/schema";
import { contains, knownCidr, overlap, parseCidr } from "../cidr.js";
import type { NetworkConfig } from "../schema/network.js";

/** The VPC's own ranges: one way to a primary one, secondary ones beside it. */
export function rangeProblems({ cidr, ipam, secondaryCidrs }: NetworkConfig): readonly CrossProblem[] {
  return [...primary(cidr, ipam?.netmaskLength), ...secondaryCidrs.flatMap((_, index) => secondary(index, secondaryCidrs, cidr))];
}

function primary(cidr: string | undefined, netmaskLength: number | undefined): CrossProblem[] {
  if (cidr === undefined && netmaskLength === undefined)
    return [
      { path: ["cidr"], value: undefined, message: 'is missing; give the VPC\'s range, such as 10.0.0.0/16, or "ipam.netmaskLength"' },
    ];
  if (cidr === undefined || netmaskLength === undefined) return [];
  return [{ path: ["ipam", "netmaskLength"], value: netmaskLength, message: `does not go with "cidr" ${cidr}; give one of them` }];
}

function secondary(index: number, all: readonly string[], primaryCidr: string | undefined): CrossProblem[] {
  const text = all[index] ?? "";
  const problem = (message: string): CrossProblem[] => [{ path: ["secondaryCidrs", index], value: text, message }];
  const others = [...(primaryCidr === undefined ? [] : [primaryCidr]), ...all.slice(0, index)];
  const taken = others.find((other) => overlap(knownCidr(other), knownCidr(text)));
  if (taken !== undefined) return problem(`overlaps ${taken}; give a range of its own`);
  const family = primaryCidr === undefined ? undefined : familyOf(primaryCidr);
  const foreign = familyOf(text);
  if (family === undefined || foreign === undefined || family === foreign) return [];
  return problem(`is of ${foreign}, which AWS does not add to a VPC of ${family}; give one of ${family} or of 100.64.0.0/10`);
}

/**
 * A VPC's ranges come of one private family, and never of 198.19.0.0/16.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
const families = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"];

function familyOf(text: string): string | undefined {
  return families.find((family) => contains(parseCidr(family) ?? knownCidr(family), knownCidr(text)));
}
