import type { Run } from "../run/run.js";
import type { SavedPlan } from "../terraform/saved-plan.js";

/** Leaves on record, beside the state, whose word took which protection away. */
export async function recordUnprotected(
  { session, states }: Pick<Run, "session" | "states">,
  plan: Pick<SavedPlan, "facts" | "unprotected">,
): Promise<void> {
  if (plan.unprotected.length === 0) return;
  const { arn } = await session.requireAccount(plan.facts);
  const store = await states.store(plan.facts);
  const key = `${plan.facts.state.key}.unprotected.json`;
  const before = JSON.parse((await store.read(key)) ?? "[]") as unknown[];
  const entry = { at: new Date().toISOString(), by: arn, stack: plan.facts.stack, addresses: plan.unprotected };
  await store.write(key, `${JSON.stringify([...before, entry], undefined, 2)}\n`);
}
