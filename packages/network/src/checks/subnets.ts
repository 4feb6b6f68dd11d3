import type { CrossProblem } from "@groundplan/core/schema";
import { type Cidr, cidrText, contains, knownCidr, overlap } from "../cidr.js";
import type { NetworkConfig } from "../schema/network.js";
import { type PlannedSubnet, subnetsOf } from "../subnets.js";
import { tiersOf } from "../tiers.js";
import { zonesOf } from "../zones.js";
import { rangeProblems } from "./ranges.js";
import { tierProblems } from "./tiers.js";
import { gridProblems, zoneProblems } from "./zones.js";

interface Placed {
  readonly subnet: PlannedSubnet;
  readonly cidr: Cidr;
}

/** Whether the CIDRs that were given lie in the VPC, in AZs that it has, and apart from all others. Cells of the grid always do. */
export function subnetProblems(config: NetworkConfig): readonly CrossProblem[] {
  // where the grid itself is wrong, so is every cell
  const isGridWrong = [rangeProblems, zoneProblems, gridProblems, tierProblems].some((problems) => problems(config).length > 0);
  if (isGridWrong) return strayProblems(config);
  const placed = subnetsOf(config).flatMap((subnet) => (subnet.cidr === undefined ? [] : [{ subnet, cidr: knownCidr(subnet.cidr) }]));
  const given = placed.filter(({ subnet }) => subnet.place === undefined);
  const cells = placed.filter(({ subnet }) => subnet.place !== undefined);
  return [...strayProblems(config), ...given.flatMap((one, index) => placeProblem(one, [...cells, ...given.slice(0, index)], config))];
}

function strayProblems(config: NetworkConfig): CrossProblem[] {
  const letters = zonesOf(config).map(({ letter }) => letter);
  return tiersOf(config).flatMap(({ name, cidrs }) =>
    Object.entries(cidrs)
      .filter(([letter]) => !letters.includes(letter))
      .map(([letter, cidr]) => ({
        path: ["tiers", name, "cidrs", letter],
        value: cidr,
        message: `is in an AZ that the network has not; give one of ${letters.join(", ")}, or add it to "azs"`,
      })),
  );
}

function placeProblem(one: Placed, others: readonly Placed[], config: NetworkConfig): CrossProblem[] {
  const ranges = [...(config.cidr === undefined ? [] : [config.cidr]), ...config.secondaryCidrs];
  if (!ranges.some((range) => contains(knownCidr(range), one.cidr)))
    return [problemAt(one, `lies in none of the VPC's ranges ${ranges.join(", ")}; give one inside, or add a range to "secondaryCidrs"`)];
  const taken = others.find(({ cidr }) => overlap(cidr, one.cidr));
  if (taken === undefined) return [];
  const { tier, zone } = taken.subnet;
  return [problemAt(one, `overlaps ${cidrText(taken.cidr)} of "${tier.name}" in AZ ${zone.letter}; give a range that is free`)];
}

function problemAt({ subnet, cidr }: Placed, message: string): CrossProblem {
  return { path: ["tiers", subnet.tier.name, "cidrs", subnet.zone.letter], value: cidrText(cidr), message };
}
