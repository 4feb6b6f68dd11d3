import type { StackFacts } from "../../stacks/facts.js";
import type { StackOutcome } from "./apply-one.js";
import type { Run } from "./run.js";

/** What a run that changed something came to. */
export interface Outcome {
  readonly target: string;
  readonly where: string;
  readonly stacks: readonly StackOutcome[];
  /** stacks that have to be planned again */
  readonly planAgain: readonly string[];
  /** what each stack publishes now */
  readonly contracts: Readonly<Record<string, unknown>>;
}

/** The end of a run: what it did, what is left to plan, and what the stacks publish. */
export async function outcomeOf(
  run: Run,
  home: StackFacts,
  stacks: readonly StackOutcome[],
  extra: { readonly facts: readonly StackFacts[]; readonly waiting?: readonly string[] },
): Promise<Outcome> {
  const again = stacks.filter(({ status }) => ["stale", "waiting", "skipped"].includes(status)).map(({ stack }) => stack);
  const contracts = await Promise.all(extra.facts.map(async (facts) => [facts.stack, await publishedBy(run, facts)] as const));
  return {
    target: run.target,
    where: run.session.where(home),
    stacks,
    planAgain: [...new Set([...again, ...(extra.waiting ?? [])])],
    contracts: Object.fromEntries(contracts.filter(([, contract]) => contract !== undefined)),
  };
}

/** 1 where something failed, 2 where something is to be planned again. */
export function exitCodeOf({ stacks, planAgain }: Outcome): 0 | 1 | 2 {
  if (stacks.some(({ status }) => status === "failed" || status === "refused")) return 1;
  return planAgain.length > 0 ? 2 : 0;
}

export function outcomeText({ target, where, stacks, planAgain, contracts }: Outcome): string {
  const published = Object.entries(contracts).map(([stack, contract]) => `${stack} publishes ${JSON.stringify(contract, undefined, 2)}`);
  const lines = stacks.map(({ stack, status, why, counts }) => `${stack}: ${status}${why === undefined ? `: ${counts}` : `: ${why}`}`);
  const notices = stacks.flatMap(({ stack, notices = [] }) => notices.map((notice) => `notice: ${stack}: ${notice}`));
  const again = planAgain.length === 0 ? [] : ["", `to be planned again: groundplan plan ${target} ${planAgain.join(" ")}`];
  return [
    ...published,
    ...(published.length > 0 ? [""] : []),
    ...lines,
    ...notices,
    ...again,
    `${target} (${where}): ${summary(stacks)}`,
  ].join("\n");
}

function summary(stacks: readonly StackOutcome[]): string {
  const statuses = [...new Set(stacks.map(({ status }) => status))];
  return statuses.map((status) => `${stacks.filter((stack) => stack.status === status).length} ${status}`).join(", ") || "nothing to do";
}

async function publishedBy(run: Run, facts: StackFacts): Promise<unknown> {
  const output = (await run.states.read(facts))?.outputs["contract"];
  return output?.sensitive ? "(sensitive)" : output?.value;
}
