import type { CrossProblem } from "@groundplan/core/schema";
import { natCount } from "../nat-plan.js";
import type { NetworkConfig } from "../schema/network.js";
import { tiersOf } from "../tiers.js";
import { zonesOf } from "../zones.js";

/** Whether the NATs have a place to stand, somebody to serve, and as many AZs as there are of them. */
export function natProblems(config: NetworkConfig): readonly CrossProblem[] {
  const { nat, natAzs, natAllocationIds } = config;
  const letters = zonesOf(config).map(({ letter }) => letter);
  const kinds = tiersOf(config).map(({ kind }) => kind);
  const problem = (message: string): CrossProblem[] => [{ path: ["nat"], value: nat, message }];
  if (nat === "none") return unused(config);
  if (!kinds.includes("public")) return problem('needs a public tier to stand in; give "none", or a public tier');
  if (!kinds.includes("private")) return problem('has no private tier to serve; give "none", or a private tier');
  const count = natCount(config);
  if (count > letters.length) return problem(`is more than there are AZs; give at most ${letters.length}, or "perAz"`);
  return [...zoneProblems(natAzs, letters, count), ...allocationProblems(natAllocationIds, natAzs ?? letters.slice(0, count))];
}

function unused({ natAzs, natAllocationIds }: NetworkConfig): CrossProblem[] {
  const given: readonly (readonly [string, unknown, boolean])[] = [
    ["natAzs", natAzs, natAzs !== undefined],
    ["natAllocationIds", natAllocationIds, Object.keys(natAllocationIds).length > 0],
  ];
  return given
    .filter(([, , isGiven]) => isGiven)
    .map(([field, value]) => ({ path: [field], value, message: 'is of no use where "nat" is "none"; take it out' }));
}

function zoneProblems(natAzs: readonly string[] | undefined, letters: readonly string[], count: number): CrossProblem[] {
  if (natAzs === undefined) return [];
  const problem = (message: string): CrossProblem[] => [{ path: ["natAzs"], value: natAzs, message }];
  const stray = natAzs.find((letter) => !letters.includes(letter));
  if (stray !== undefined) return problem(`has "${stray}", which is no AZ of the network; give some of ${letters.join(", ")}`);
  if (new Set(natAzs).size < natAzs.length) return problem("names an AZ twice; give each once");
  return natAzs.length === count ? [] : problem(`counts ${natAzs.length}, and there are to be ${count} NATs; give ${count}`);
}

function allocationProblems(allocationIds: Readonly<Record<string, string>>, natLetters: readonly string[]): CrossProblem[] {
  return Object.entries(allocationIds)
    .filter(([letter]) => !natLetters.includes(letter))
    .map(([letter, id]) => ({
      path: ["natAllocationIds", letter],
      value: id,
      message: `is for an AZ without a NAT; give it to one of ${natLetters.join(", ")}`,
    }));
}
