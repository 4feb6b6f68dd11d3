import type { CrossProblem } from "@groundplan/core/schema";
import { gridOf } from "../grid.js";
import type { NetworkConfig } from "../schema/network.js";
import { prefixLengthFor, usableAddresses } from "../subnet-size.js";
import { isStandard, type Tier, tiersOf } from "../tiers.js";
import { zonesOf } from "../zones.js";

/** Whether each tier has a kind, a slot of its own, and a size that its cells hold. */
export function tierProblems(config: NetworkConfig): readonly CrossProblem[] {
  const tiers = tiersOf(config);
  if (tiers.length === 0)
    return [
      { path: ["withoutTiers"], value: config.withoutTiers, message: "leaves no tier; leave one of them in, or give tiers of your own" },
    ];
  return [
    ...leftOutProblems(config),
    ...tiers.flatMap((tier) => [...kindProblem(tier, config), ...slotProblem(tier, tiers, config), ...sizeProblem(tier, config)]),
  ];
}

function leftOutProblems({ tiers, withoutTiers }: NetworkConfig): CrossProblem[] {
  return withoutTiers
    .filter((name) => tiers[name] !== undefined)
    .map((name) => ({ path: ["tiers", name], value: undefined, message: `is left out by "withoutTiers"; take one of the two out` }));
}

function kindProblem({ name }: Tier, { tiers }: NetworkConfig): CrossProblem[] {
  const kind = tiers[name]?.kind;
  const path = ["tiers", name, "kind"];
  if (!isStandard(name))
    return kind === undefined ? [{ path, value: kind, message: 'is missing; give "public", "private" or "isolated"' }] : [];
  if (kind === undefined || kind === name) return [];
  return [{ path, value: kind, message: `is not that of the standard tier; take it out, or give a tier of another name` }];
}

function slotProblem(tier: Tier, tiers: readonly Tier[], config: NetworkConfig): CrossProblem[] {
  const { grid } = config;
  const path = ["tiers", tier.name, "slot"];
  const taken = new Set(tiers.map(({ slot }) => slot));
  const free = Array.from({ length: grid.tiers }, (_, slot) => slot).find((slot) => !taken.has(slot));
  const fix =
    free === undefined
      ? `give the grid more rows, in a network that does not stand yet: grid: { tiers: ${grid.tiers * 2}, azs: ${grid.azs} }`
      : `give ${free}`;
  if (tier.slot === undefined) {
    const isCut = zonesOf(config).some(({ letter }) => tier.cidrs[letter] === undefined);
    return isCut || config.ipv6 ? [{ path, value: undefined, message: `is missing; ${fix}` }] : [];
  }
  if (tier.slot >= grid.tiers) return [{ path, value: tier.slot, message: `is beyond the grid's ${grid.tiers} rows; ${fix}` }];
  const other = tiers.find(({ name, slot }) => name !== tier.name && slot === tier.slot);
  const isFirst =
    other === undefined ||
    (isStandard(tier.name) && config.tiers[tier.name]?.slot === undefined) ||
    (!isStandard(other.name) && tier.name < other.name);
  return isFirst ? [] : [{ path, value: tier.slot, message: `is taken by "${other.name}"; ${fix}` }];
}

function sizeProblem({ name, slot }: Tier, config: NetworkConfig): CrossProblem[] {
  const { addresses, prefixLength } = config.tiers[name] ?? {};
  if (addresses !== undefined && prefixLength !== undefined)
    return [
      {
        path: ["tiers", name, "addresses"],
        value: addresses,
        message: `does not go with "prefixLength" ${prefixLength}; give one of them`,
      },
    ];
  const wanted = prefixLength ?? (addresses === undefined ? undefined : prefixLengthFor(addresses));
  if (wanted === undefined || slot === undefined || (config.cidr === undefined && config.ipam?.netmaskLength === undefined)) return [];
  const cell = gridOf(config).prefixLength;
  if (wanted >= cell) return [];
  const [field, value] = prefixLength === undefined ? ["addresses", addresses] : ["prefixLength", prefixLength];
  const most = prefixLength === undefined ? usableAddresses(cell) : cell;
  const room = `the grid's cells are /${cell}, ${usableAddresses(cell)} usable addresses`;
  return [
    {
      path: ["tiers", name, field ?? ""],
      value,
      message: `is bigger than a cell: ${room}; give ${prefixLength === undefined ? "at most" : "at least"} ${most}, or "cidrs"`,
    },
  ];
}
