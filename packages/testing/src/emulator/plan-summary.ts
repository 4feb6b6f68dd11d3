import { isStateful } from "@groundplan/core";
import type { TerraformEvent } from "./events.js";

/** What a plan would do, by address, sorted. */
export interface PlanSummary {
  readonly create: readonly string[];
  readonly update: readonly string[];
  /** Destroyed and made again, in either order. */
  readonly replace: readonly string[];
  readonly destroy: readonly string[];
  /** Kept under another address: the new ones. */
  readonly move: readonly string[];
  /** Taken into the state. */
  readonly import: readonly string[];
  /** Taken out of the state, and left standing. */
  readonly forget: readonly string[];
  /** Names of outputs that would change. */
  readonly outputs: readonly string[];
}

/** Terraform's words for what it plans. */
const actions: Readonly<Record<string, Exclude<keyof PlanSummary, "outputs">>> = {
  create: "create",
  update: "update",
  replace: "replace",
  delete: "destroy",
  move: "move",
  import: "import",
  remove: "forget",
  forget: "forget",
};

export function summarize(events: readonly TerraformEvent[]): PlanSummary {
  const planned = events.filter(({ type }) => type === "planned_change").flatMap(({ change }) => (change === undefined ? [] : [change]));
  const of = (kind: keyof PlanSummary): string[] =>
    planned
      .filter(({ action }) => actions[action] === kind)
      .map(({ resource }) => resource.addr)
      .sort();
  return {
    create: of("create"),
    update: of("update"),
    replace: of("replace"),
    destroy: of("destroy"),
    move: of("move"),
    import: of("import"),
    forget: of("forget"),
    outputs: changedOutputs(events),
  };
}

/** What a plan would lose that cannot be made again. */
export function lostBy({ replace, destroy }: PlanSummary): string[] {
  return [...replace, ...destroy].filter((address) => isStateful(address));
}

function changedOutputs(events: readonly TerraformEvent[]): string[] {
  const outputs = events.findLast(({ type }) => type === "outputs")?.outputs ?? {};
  return Object.keys(outputs)
    .filter((name) => outputs[name]?.action !== "noop")
    .sort();
}
