import { isStateful } from "@groundplan/core";
import type { Action, TerraformEvent } from "../terraform/events.js";

/** One resource that a plan changes. */
export interface PlannedChange {
  readonly address: string;
  readonly action: "create" | "update" | "replace" | "destroy" | "move" | "import" | "forget";
  /** why, in Terraform's word, such as `cannot_update` or `delete_because_no_resource_config` */
  readonly reason?: string;
  /** what is lost cannot be made again, or its loss is an outage */
  readonly stateful: boolean;
  /** the address that it moves from */
  readonly from?: string;
}

const actions: Readonly<Partial<Record<Action, PlannedChange["action"]>>> = {
  create: "create",
  update: "update",
  replace: "replace",
  delete: "destroy",
  move: "move",
  import: "import",
  remove: "forget",
  forget: "forget",
};

export function plannedChanges(events: readonly TerraformEvent[]): PlannedChange[] {
  return events.flatMap(({ type, change }) => {
    const action = type === "planned_change" && change !== undefined ? actions[change.action] : undefined;
    if (action === undefined || change === undefined) return [];
    const { resource, reason, previous_resource: previous } = change;
    return [
      {
        address: resource.addr,
        action,
        stateful: isStateful(resource.resource_type),
        ...(reason === undefined ? {} : { reason }),
        ...(previous === undefined ? {} : { from: previous.addr }),
      },
    ];
  });
}

/** Names of outputs that a plan changes. */
export function changedOutputs(events: readonly TerraformEvent[]): string[] {
  const outputs = events.findLast(({ type }) => type === "outputs")?.outputs ?? {};
  return Object.entries(outputs).flatMap(([name, { action }]) => (action === undefined || action === "noop" ? [] : [name]));
}

/** What is destroyed, or destroyed and made again. */
export function lossesIn(changes: readonly PlannedChange[]): PlannedChange[] {
  return changes.filter(({ action }) => action === "destroy" || action === "replace");
}

/** A plan's counts, as Terraform counts: a replacement is one to add and one to destroy. */
export function countsText(changes: readonly PlannedChange[], outputs: readonly string[] = []): string {
  const count = (...kinds: PlannedChange["action"][]) => changes.filter(({ action }) => kinds.includes(action)).length;
  const parts = [
    [count("create", "replace"), "to add"],
    [count("update"), "to change"],
    [count("destroy", "replace"), "to destroy"],
    [count("import"), "to import"],
    [count("move"), "to move"],
    [count("forget"), "to forget"],
  ] as const;
  const told = parts.flatMap(([number, what]) => (number === 0 ? [] : [`${number} ${what}`]));
  if (told.length > 0) return told.join(", ");
  return outputs.length > 0 ? "its contract changes, no resource does" : "no changes";
}
