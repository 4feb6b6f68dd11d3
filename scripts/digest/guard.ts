import { lossesIn, type PlannedChange } from "./changes.js";

/** What production would lose by a plan, without having been named. */
export function unnamedLosses(production: boolean, changes: readonly PlannedChange[], allowed: readonly string[]): PlannedChange[] {
  if (!production) return [];
  return lossesIn(changes).filter(({ stateful, address }) => stateful && !allowed.includes(address));
}

/** Why such a plan is refused, and what to say to have it all the same. */
export function refusal(losses: readonly PlannedChange[]): string {
  const told = losses.map(({ action, address }) => `${action === "replace" ? "replaces" : "destroys"} ${address}`).join(", ");
  const options = losses.map(({ address }) => `--allow-replace '${address}'`).join(" ");
  return `in production it ${told}; if that is meant: ${options}`;
}
