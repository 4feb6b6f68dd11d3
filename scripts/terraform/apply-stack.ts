import { join } from "node:path";
import { isStalePlan } from "./diagnostics.js";
import type { EventOutput, TerraformEvent } from "./events.js";
import { initialize } from "./init.js";
import type { Place } from "./place.js";
import { failure, type PlanOptions } from "./plan-stack.js";
import { runTerraform } from "./process.js";
import { planFile } from "./saved-plan.js";
import { zoneAccess } from "./zone-access.js";

/** What an apply came to: the outputs, or that the state has moved on since the plan. */
export type AppliedStack =
  | { readonly stale: false; readonly outputs: Readonly<Record<string, EventOutput>>; readonly applied: number }
  | { readonly stale: true };

/** Applies the plan that is saved in the stack's place, and nothing else. */
export async function applySavedPlan(place: Place, options: Pick<PlanOptions, "lockTimeout" | "cache" | "onEvent">): Promise<AppliedStack> {
  await initialize(place, options.cache);
  const outcome = await runTerraform({
    folder: place.folder,
    args: ["apply", "-json", "-input=false", `-lock-timeout=${options.lockTimeout}`, planFile],
    environment: { ...place.environment, ...zoneAccess("apply") },
    logFile: join(place.logs, "apply.log"),
    onEvent: options.onEvent,
  });
  if (outcome.exitCode !== 0) {
    if (isStalePlan(outcome)) return { stale: true };
    throw failure(place, "apply", outcome);
  }
  return { stale: false, outputs: outputsOf(outcome.events), applied: completed(outcome.events) };
}

function outputsOf(events: readonly TerraformEvent[]): Readonly<Record<string, EventOutput>> {
  return events.findLast(({ type }) => type === "outputs")?.outputs ?? {};
}

function completed(events: readonly TerraformEvent[]): number {
  return events.filter(({ type }) => type === "apply_complete").length;
}
