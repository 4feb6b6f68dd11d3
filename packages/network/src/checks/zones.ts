import type { CrossProblem } from "@groundplan/core/schema";
import { cellBits, gridOf } from "../grid.js";
import type { NetworkConfig } from "../schema/network.js";
import { smallest } from "../subnet-size.js";
import { tiersOf } from "../tiers.js";
import { lettersIn, type Zone, zonesOf } from "../zones.js";

/** Whether the AZs are there, and have columns of their own. */
export function zoneProblems(config: NetworkConfig): readonly CrossProblem[] {
  const { azs, region } = config;
  const letters = lettersIn(region);
  const problem = (message: string): CrossProblem[] => [{ path: ["azs"], value: azs, message }];
  if (typeof azs === "number" && letters === undefined)
    return problem(`cannot be counted in ${region}, whose AZs' letters are not known here or differ between accounts; name them: [a, b]`);
  if (typeof azs === "number" && letters !== undefined && azs > letters.length)
    return problem(`are more than the ${letters.length} AZs of ${region}; give at most ${letters.length}, or the letters`);
  const zones = zonesOf(config);
  const twice = zones.find(({ column, letter }, index) => zones.findIndex((one) => one.column === column || one.letter === letter) < index);
  if (twice !== undefined) return problem(`has "${twice.letter}" on a column that is taken; give each AZ a column of its own`);
  return columnProblem(config, zones).flatMap(problem);
}

/** AZs beyond the grid, but where each of their subnets has a CIDR of its own. */
function columnProblem(config: NetworkConfig, zones: readonly Zone[]): string[] {
  const { grid } = config;
  const tiers = tiersOf(config);
  const beyond = zones.filter(({ column, letter }) => column >= grid.azs && tiers.some((tier) => tier.cidrs[letter] === undefined));
  if (beyond.length === 0) return [];
  const letters = beyond.map(({ letter }) => `"${letter}"`).join(" and ");
  if (zones.length <= grid.azs)
    return [`has ${letters} beyond the grid's ${grid.azs} columns; give a map: azs: ${mapText(zones, grid.azs)}`];
  const wider = { tiers: grid.tiers, azs: 2 ** Math.ceil(Math.log2(zones.length)) };
  return [
    `are more than the grid's ${grid.azs} columns; give azs: ${mapText(zones, wider.azs)} and grid: { tiers: ${wider.tiers}, azs: ${wider.azs} }` +
      `, cells of /${gridOf({ ...config, grid: wider }).prefixLength}; a network that stands keeps its grid: give the new AZ's subnets their "cidrs"`,
  ];
}

/** A map in which the AZs within the grid keep their columns, and the others take the free ones. */
function mapText(zones: readonly Zone[], columns: number): string {
  const taken = new Set(zones.map(({ column }) => column).filter((column) => column < columns));
  const free = Array.from({ length: columns }, (_, column) => column).filter((column) => !taken.has(column));
  const entries = zones.map(({ letter, column }) => `${letter}: ${column < columns ? column : free.shift()}`);
  return `{ ${entries.join(", ")} }`;
}

/** Whether the grid's cells are subnets that AWS takes. */
export function gridProblems(config: NetworkConfig): readonly CrossProblem[] {
  if (config.cidr === undefined && config.ipam?.netmaskLength === undefined) return [];
  const { prefixLength, vpcPrefixLength } = gridOf(config);
  if (prefixLength <= smallest || tiersOf(config).every((tier) => Object.keys(tier.cidrs).length > 0)) return [];
  const { tiers, azs } = config.grid;
  const cells = 2 ** (smallest - vpcPrefixLength);
  return [
    {
      path: ["grid"],
      value: config.grid,
      message:
        `cuts a /${vpcPrefixLength} into cells of /${prefixLength}, and AWS's smallest subnet is a /${smallest}; ` +
        `give at most ${cells} cell${cells === 1 ? "" : "s"}, such as ${fitting(cells, azs)}, or a VPC of /${smallest - cellBits({ tiers, azs })}`,
    },
  ];
}

function fitting(cells: number, azs: number): string {
  const columns = Math.min(cells, 2 ** Math.floor(Math.log2(azs)));
  return `grid: { tiers: ${cells / columns}, azs: ${columns} }`;
}
