import { nameServerNotices } from "../delegation/name-servers.js";
import { requireDelegation } from "../delegation/require-delegation.js";
import { type Settled, settle } from "../deploy/settle.js";
import { countsText, lossesIn } from "../digest/changes.js";
import type { StackDigest } from "../digest/digest.js";
import { ToolError } from "../failure.js";
import type { Progress } from "../progress.js";
import { applySavedPlan } from "../terraform/apply-stack.js";
import type { TerraformEvent } from "../terraform/events.js";
import { existingPlace, type Place } from "../terraform/place.js";
import { dropPlan, type SavedPlan, type SavedStack, savedPlan } from "../terraform/saved-plan.js";
import { explain, firstLine, planAgain } from "./plan-one.js";
import type { Run } from "./run.js";

/** What became of a stack. */
export interface StackOutcome {
  readonly stack: string;
  /** stale: to be planned again; skipped: something that it comes after was not done */
  readonly status: "applied" | "destroyed" | "unchanged" | "stale" | "waiting" | "refused" | "failed" | "skipped";
  readonly why?: string;
  /** what is left to be done elsewhere */
  readonly notices?: readonly string[];
  readonly counts: string;
}

export interface ApplyOptions {
  /** whether a stale plan is made again, and applied where it loses nothing more */
  readonly replan: boolean;
  readonly onEvent?: ((stack: string, event: TerraformEvent) => void) | undefined;
}

/** Applies a saved plan, and leaves the stack's JSON beside its state. */
export async function applyOne(run: Run, saved: SavedStack, progress: Progress, options: ApplyOptions): Promise<StackOutcome> {
  const { facts } = saved.stack;
  progress.begin(facts.stack, saved.plan.kind === "destroy" ? "destroying" : "applying");
  try {
    const place = await existingPlace(run, saved.stack);
    const why = (await movedContracts(run, saved.plan)) ?? (await applied(run, saved, place, progress, options));
    if (why === undefined) return await done(run, saved, progress);
    if (options.replan) return await replan(run, saved, place, progress, options);
    return ended(saved, progress, "stale", why);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const why = explain(error, { stack: saved.stack, orphan: saved.plan.orphan });
    return ended(saved, progress, "failed", why);
  }
}

/** Why it is stale, if it is. */
async function applied(run: Run, saved: SavedStack, place: Place, progress: Progress, options: ApplyOptions): Promise<string | undefined> {
  const { facts, json } = saved.stack;
  if (saved.plan.kind === "apply") await requireDelegation(run, saved.plan, progress);
  const outcome = await applySavedPlan(place, {
    lockTimeout: run.options.lockTimeout,
    cache: run.context.cache,
    onEvent: (event) => {
      if (event.hook !== undefined) progress.note(facts.stack, event["@message"]);
      options.onEvent?.(facts.stack, event);
    },
  });
  if (outcome.stale) return "its state has moved on since it was planned";
  if (saved.plan.kind === "destroy") await run.states.forget(facts);
  else await run.states.keep(facts, json);
  dropPlan(place.folder);
  return undefined;
}

/** Terraform does not see that what a stack reads has changed since. */
async function movedContracts(run: Run, { facts, contracts }: SavedPlan): Promise<string | undefined> {
  if (facts.upstream.length === 0) return undefined;
  const now = await run.states.contracts(facts);
  const moved = facts.upstream.filter((upstream) => now[upstream] !== contracts[upstream]);
  if (moved.length === 0) return undefined;
  return `the contract of ${moved.join(", ")} is no longer what it was planned against`;
}

async function replan(run: Run, saved: SavedStack, place: Place, progress: Progress, options: ApplyOptions): Promise<StackOutcome> {
  const { plan, stack } = saved;
  const again = await planAgain(run, { stack, kind: plan.kind, orphan: plan.orphan, unprotected: plan.unprotected }, progress);
  if (again.status === "unchanged") return done(run, { ...saved, plan: { ...plan, changes: [], outputs: [] } }, progress);
  const more = newLosses(plan, again);
  const fresh = savedPlan(place.folder);
  if (again.status !== "changes" || fresh === undefined) return ended(saved, progress, "stale", again.why ?? again.status);
  if (more.length > 0) return ended(saved, progress, "stale", `planned again, it would also lose ${more.join(", ")}`);
  return applyOne(run, fresh, progress, { ...options, replan: false });
}

function newLosses(before: SavedPlan, after: StackDigest): string[] {
  const known = lossesIn(before.changes).map(({ address }) => address);
  return lossesIn(after.changes).flatMap(({ address }) => (known.includes(address) ? [] : [address]));
}

/** A service is done once its rollout is. */
async function done(run: Run, saved: SavedStack, progress: Progress): Promise<StackOutcome> {
  const { kind, orphan } = saved.plan;
  if (kind === "destroy") return ended(saved, progress, "destroyed");
  const { why, notices }: Settled = orphan ? { notices: [] } : await settle(run, saved.stack, progress);
  const outcome = ended(saved, progress, why === undefined ? "applied" : "failed", why);
  const all = [...notices, ...(await nameServerNotices(run, saved))];
  return all.length === 0 ? outcome : { ...outcome, notices: all };
}

function ended({ plan, stack: { facts } }: SavedStack, progress: Progress, status: StackOutcome["status"], why?: string): StackOutcome {
  const counts = countsText(plan.changes, plan.outputs);
  progress.end(facts.stack, why === undefined ? "done" : "failed", why === undefined ? `${status}: ${counts}` : firstLine(why));
  return { stack: facts.stack, status, counts, ...(why === undefined ? {} : { why }) };
}
