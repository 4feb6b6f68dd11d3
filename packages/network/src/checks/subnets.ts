import { contains, knownCidr, overlap } from "../cidr.js";
import type { NetworkConfig } from "../schema/network.js";
import { type PlannedSubnet, subnetsOf } from "../subnets.js";
import { tiersOf } from "../tiers.js";
import { zonesOf } from "../zones.js";
import type { CrossProblem } from "./cross-check.js";
import { rangeProblems } from "./ranges.js";
import { tierProblems } from "./tiers.js";
import { gridProblems, zoneProblems } from "./zones.js";

interface Placed {
  readonly subnet: PlannedSubnet;
  readonly cidr: string;
}

/** Whether the CIDRs that were given lie in the VPC, in AZs that it has, and apart from all others. Cells of the grid always do. */
export function subnetProblems(config: NetworkConfig): readonly CrossProblem[] {
  // where the grid itself is wrong, so is every cell
  const isGridWrong = [rangeProblems, zoneProblems, gridProblems, tierProblems].some((problems) => problems(config).length > 0);
  if (isGridWrong) return strayProblems(config);
  const placed = subnetsOf(config).flatMap((subnet) => (subnet.cidr === undefined ? [] : [{ subnet, cidr: subnet.cidr }]));
  return [...strayProblems(config), ...placed.flatMap((one, index) => placeProblem(one, placed.slice(0, index), config))];
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

function placeProblem(one: Placed, before: readonly Placed[], config: NetworkConfig): CrossProblem[] {
  const ranges = [...(config.cidr === undefined ? [] : [config.cidr]), ...config.secondaryCidrs];
  const isInside = one.subnet.place !== undefined || ranges.some((range) => contains(knownCidr(range), knownCidr(one.cidr)));
  if (!isInside)
    return [problemAt(one, `lies in none of the VPC's ranges ${ranges.join(", ")}; give one inside, or add a range to "secondaryCidrs"`)];
  const other = before.find(({ cidr }) => overlap(knownCidr(cidr), knownCidr(one.cidr)));
  if (other === undefined) return [];
  const [given, taken] = one.subnet.place === undefined ? [one, other] : [other, one];
  return [
    problemAt(given, `overlaps ${taken.cidr} of "${taken.subnet.tier.name}" in AZ ${taken.subnet.zone.letter}; give a range that is free`),
  ];
}

function problemAt({ subnet, cidr }: Placed, message: string): CrossProblem {
  return { path: ["tiers", subnet.tier.name, "cidrs", subnet.zone.letter], value: cidr, message };
}
