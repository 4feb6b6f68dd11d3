import { type Diagnostic, errorsIn } from "./events.js";
import type { TerraformOutcome } from "./process.js";

/** Who holds a state's lock, as Terraform tells it. */
export interface LockHolder {
  readonly id: string;
  readonly who: string;
  readonly operation: string;
  readonly created: string;
}

/** What a failed Terraform said, in lines for a person. */
export function errorLines(outcome: TerraformOutcome): string[] {
  const errors = errorsIn(outcome.events);
  if (errors.length === 0) return [...outcome.lastLines];
  return errors.flatMap((error) => {
    const where = error.address ?? (error.range === undefined ? undefined : `${error.range.filename}:${error.range.start.line}`);
    const detail = (error.detail ?? "").split("\n").filter((line) => line.trim() !== "");
    return [where === undefined ? error.summary : `${where}: ${error.summary}`, ...detail.map((line) => `  ${line}`)];
  });
}

/** The holder of the lock that a run failed on. */
export function lockHolder(outcome: Pick<TerraformOutcome, "events">): LockHolder | undefined {
  const error = errorsIn(outcome.events).find(({ summary }) => summary.includes("state lock"));
  if (error === undefined) return undefined;
  const field = (name: string) => new RegExp(`^\\s*${name}:\\s*(.*)$`, "m").exec(error.detail ?? "")?.[1]?.trim() ?? "";
  return {
    id: field("ID"),
    who: field("Who"),
    operation: field("Operation")
      .replace(/^OperationType/, "")
      .toLowerCase(),
    created: field("Created"),
  };
}

/** Whether Terraform refused a saved plan because the state has moved on since. */
export function isStalePlan({ events }: Pick<TerraformOutcome, "events">): boolean {
  return errorsIn(events).some(({ summary }) => /saved plan.*(stale|does not match)/i.test(summary));
}

const preventDestroy = /^instance cannot be destroyed$/i;
const deletionProtection = /deletion.?protect|termination.?protect|cannot be deleted.*protect/i;

/** The addresses that are protected from what was asked; empty where the failure is another. */
export function protectedAddresses({ events }: Pick<TerraformOutcome, "events">): string[] {
  const refusals = errorsIn(events).filter((error) => preventDestroy.test(error.summary) || deletionProtection.test(textOf(error)));
  return [...new Set(refusals.map((error) => error.address ?? addressIn(error) ?? "a resource"))];
}

function textOf({ summary, detail = "" }: Diagnostic): string {
  return `${summary} ${detail}`;
}

// "Resource aws_vpc.network has lifecycle.prevent_destroy set, but …"
function addressIn({ detail = "" }: Diagnostic): string | undefined {
  return /Resource (\S+) has lifecycle\.prevent_destroy/.exec(detail)?.[1];
}
