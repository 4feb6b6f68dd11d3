import type { Digest } from "../digest/digest.js";
import type { Target } from "../target.js";
import { atOnce } from "../terraform/at-once.js";
import { inOrder } from "./order.js";
import { planOne, type Task } from "./plan-one.js";
import type { Run } from "./run.js";

/** Plans all at once: a plan reads what is applied, not what is planned. */
export async function planTasks(run: Run, target: Target, tasks: readonly Task[]): Promise<Digest> {
  const progress = run.openProgress(tasks.map(({ stack }) => stack.facts.stack));
  const steps = tasks.map((task) => ({ id: task.stack.facts.stack, item: task, after: [] }));
  const stacks = await inOrder(steps, atOnce("plan"), (task) => planOne(run, task, progress)).finally(() => progress.close());
  return {
    target: target.name,
    where: run.session.where(target.home),
    stacks,
    orphans: target.allOrphans.filter((orphan) => !target.orphans.includes(orphan)),
    remarks: remarksOn(tasks),
  };
}

function remarksOn(tasks: readonly Task[]): string[] {
  return tasks.flatMap(({ stack, unprotected }) =>
    unprotected.map((address) => `unprotected: ${stack.facts.stack}: ${address}, by --unprotect`),
  );
}
