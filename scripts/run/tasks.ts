import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { InputError } from "../failure.js";
import type { Orphan } from "../state/orphans.js";
import { hasResource, withoutProtection } from "../state/unprotect.js";
import { runnable } from "../terraform/place.js";
import type { Task } from "./plan-one.js";

/** To make stacks of the app what they say. */
export function toApply(stack: SynthesizedStack): Task {
  return { stack: runnable(stack), kind: "apply", orphan: false, unprotected: [] };
}

/** To take stacks of the app down. */
export function toDestroy(stack: SynthesizedStack): Task {
  return { stack: runnable(stack), kind: "destroy", orphan: false, unprotected: [] };
}

/** An orphan's way out, by the JSON that was kept. */
export interface OrphanTask {
  readonly destroy: Task;
  /** what takes AWS's own protection away, before the destroy */
  readonly release?: Task;
}

/** @throws {InputError} where nothing was kept of an orphan, or an address is in none of them */
export function toDestroyOrphans(orphans: readonly Orphan[], unprotect: readonly string[]): OrphanTask[] {
  for (const address of unprotect) {
    if (orphans.some(({ kept }) => kept !== undefined && hasResource(kept.json, address))) continue;
    throw new InputError(`--unprotect "${address}" is a resource of no orphan named here; give the address as the plan prints it`);
  }
  return orphans.map((orphan) => orphanTask(orphan, unprotect));
}

function orphanTask({ stack, key, kept }: Orphan, unprotect: readonly string[]): OrphanTask {
  if (kept === undefined) {
    throw new InputError(
      `no JSON was kept beside "${key}", so that nobody knows what protects it; bring its stack back, apply it, then take it away again`,
    );
  }
  const { facts } = kept;
  const unprotected = unprotect.filter((address) => hasResource(kept.json, address));
  const { json, applyFirst } = withoutProtection(kept.json, unprotected);
  const task = { stack: { facts: { ...facts, stack }, json }, orphan: true, unprotected } as const;
  return { destroy: { ...task, kind: "destroy" }, ...(applyFirst ? { release: { ...task, kind: "apply" } } : {}) };
}

/** Ids of the stacks that a task comes after: those whose contract it reads; taken down, it comes after its readers. */
export function comesAfter({ kind, stack }: Pick<Task, "kind" | "stack">, all: readonly Pick<Task, "kind" | "stack">[]): string[] {
  if (kind === "apply")
    return all.flatMap((other) =>
      other.kind === "apply" && stack.facts.upstream.includes(other.stack.facts.stack) ? [other.stack.facts.stack] : [],
    );
  return all.flatMap(({ stack: { facts } }) => (facts.upstream.includes(stack.facts.stack) ? [facts.stack] : []));
}
