import type { Template } from "./template.js";

/** How a template's addresses differ from those that its version promised. */
export interface AddressDifference {
  /** Promised, and neither there nor moved nor removed: Terraform would destroy what stands at them. */
  readonly lost: readonly string[];
  /** Made by the template, promised by nobody yet. */
  readonly added: readonly string[];
  /** What the file should say where nothing is lost. */
  readonly golden: string;
}

/**
 * Holds a template against a golden file: an address of a managed resource on each line, `old -> new` for those that moved.
 * Data sources are not in it: they have no state to lose.
 */
export function compareAddresses(template: Template, golden: string): AddressDifference {
  const standing = managed(template);
  const promised = golden
    .split("\n")
    .flatMap((line) => line.trim().split(" -> ").slice(0, 1))
    .filter((line) => line !== "");
  const lost = promised.filter((address) => !isKept(template, address));
  const known = new Set([...promised, ...promised.map((address) => whereTo(template, address))]);
  return { lost, added: standing.filter((address) => !known.has(address)), golden: goldenText(template) };
}

function goldenText(template: Template): string {
  const moves = template.moved.map(({ from, to }) => `${from} -> ${to}`);
  return `${[...new Set([...managed(template), ...moves])].sort().join("\n")}\n`;
}

function managed(template: Template): string[] {
  return template.addresses.filter((address) => !address.startsWith("data."));
}

function isKept(template: Template, address: string): boolean {
  const end = whereTo(template, address);
  return template.removed.includes(end) || template.at(end) !== undefined;
}

/** The end of a chain of moves. */
function whereTo(template: Template, address: string, seen: readonly string[] = []): string {
  const move = template.moved.find(({ from }) => from === address);
  return move === undefined || seen.includes(address) ? address : whereTo(template, move.to, [...seen, address]);
}
