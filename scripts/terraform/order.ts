import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import type { StackFacts } from "../../stacks/facts.js";

type Ordered = Pick<StackFacts, "stack" | "upstream">;

/** Stacks in waves: each wave reads contracts of those before it alone. Stacks that are not among the given count as there. */
export function waves<T extends { readonly facts: Ordered }>(stacks: readonly T[]): T[][] {
  const left = new Map(stacks.map((stack) => [stack.facts.stack, stack]));
  const found: T[][] = [];
  while (left.size > 0) {
    const wave = [...left.values()].filter(({ facts }) => !facts.upstream.some((upstream) => left.has(upstream)));
    if (wave.length === 0) throw new Error(`stacks read each other's contracts in a circle: ${[...left.keys()].join(", ")}; break it`);
    for (const { facts } of wave) left.delete(facts.stack);
    found.push(wave);
  }
  return found;
}

/** The same, for taking down: each wave is read by none of those after it. */
export function wavesDown<T extends { readonly facts: Ordered }>(stacks: readonly T[]): T[][] {
  return waves(stacks).reverse();
}

/** How many Terraforms may run at once. */
export function atOnce(work: "plan" | "apply"): number {
  const wanted = work === "plan" ? availableParallelism() : 4;
  const fitting = Math.floor(process.availableMemory() / terraformBytes);
  return Math.max(1, Math.min(wanted, fitting));
}

// Terraform with the AWS provider
const terraformBytes = 600 * 1024 ** 2;

/** Does the work on all of them, so many at once. Each has its turn, whatever became of the others. */
export async function forEach<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<PromiseSettledResult<R>[]> {
  const limited = pLimit(limit);
  return Promise.allSettled(items.map((item) => limited(() => work(item))));
}
