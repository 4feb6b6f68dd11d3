import { join } from "node:path";
import { changedOutputs, type PlannedChange, plannedChanges } from "../digest/changes.js";
import { InterruptedError, ToolError } from "../failure.js";
import { errorLines, lockHolder, protectedAddresses } from "./diagnostics.js";
import type { TerraformEvent } from "./events.js";
import { initialize } from "./init.js";
import { interrupts } from "./interrupts.js";
import type { Place } from "./place.js";
import { runTerraform, type TerraformOutcome } from "./process.js";
import { planFile } from "./saved-plan.js";
import { zoneAccess } from "./zone-access.js";

export interface PlanOptions {
  /** drift: only looked at; not saved, and without a lock */
  readonly kind: "apply" | "destroy" | "drift";
  /** as Terraform writes it: `5m` */
  readonly lockTimeout: string;
  readonly cache: string;
  readonly onEvent?: ((event: TerraformEvent) => void) | undefined;
}

/** What Terraform would do, saved in the stack's place. */
export interface StackPlan {
  readonly hasChanges: boolean;
  readonly changes: readonly PlannedChange[];
  readonly outputs: readonly string[];
}

/** A plan that Terraform refuses because what it would destroy is protected. */
export class ProtectedError extends ToolError {
  constructor(
    stack: string,
    readonly addresses: readonly string[],
    lines: readonly string[],
  ) {
    super(`${stack}: ${addresses.join(", ")} ${addresses.length === 1 ? "is" : "are"} protected:`, lines);
  }
}

const flags = { apply: [`-out=${planFile}`], destroy: [`-out=${planFile}`, "-destroy"], drift: ["-lock=false"] } as const;

/** @throws {ProtectedError} where it would destroy what is protected; {ToolError} with Terraform's own words */
export async function planStack(place: Place, options: PlanOptions): Promise<StackPlan> {
  await initialize(place, options.cache);
  const logFile = join(place.logs, "plan.log");
  const outcome = await runTerraform({
    folder: place.folder,
    args: ["plan", "-json", "-input=false", "-detailed-exitcode", `-lock-timeout=${options.lockTimeout}`, ...flags[options.kind]],
    environment: { ...place.environment, ...zoneAccess("plan") },
    logFile,
    onEvent: options.onEvent,
  });
  if (outcome.exitCode !== 0 && outcome.exitCode !== 2) throw failure(place, "plan", outcome);
  return {
    hasChanges: outcome.exitCode === 2,
    changes: plannedChanges(outcome.events),
    outputs: changedOutputs(outcome.events),
  };
}

/** What to throw for a Terraform that failed on a stack. */
export function failure(place: Place, command: string, outcome: TerraformOutcome): Error {
  const { stack } = place.facts;
  const logFile = join(place.logs, `${command}.log`);
  if (interrupts.interrupted) return new InterruptedError();
  const holder = lockHolder(outcome);
  if (holder !== undefined) {
    return new ToolError(`${stack}: its state is locked by ${holder.who} (${holder.operation}, since ${holder.created}):`, [
      "wait for that run to end, or give a longer --lock-timeout",
      `if it is dead and will never end: --unlock ${holder.id}`,
    ]);
  }
  const addresses = protectedAddresses(outcome);
  if (addresses.length > 0) return new ProtectedError(stack, addresses, errorLines(outcome));
  return new ToolError(`${stack}: terraform ${command} failed:`, errorLines(outcome), logFile);
}
