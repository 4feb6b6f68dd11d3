import pLimit from "p-limit";

/** What is to be done, and what has to be done before it. */
export interface Step<T> {
  readonly id: string;
  readonly item: T;
  /** ids; those that are not among the steps count as done */
  readonly after: readonly string[];
}

/**
 * Does each step once all that it comes after are done, so many at once. `work` gets the results of those.
 * Nothing is left running when it ends, or throws.
 */
export async function inOrder<T, R>(
  steps: readonly Step<T>[],
  limit: number,
  work: (item: T, before: readonly R[]) => Promise<R>,
): Promise<R[]> {
  refuseCircles(steps);
  const limited = pLimit(limit);
  const started = new Map<string, Promise<R>>();
  const byId = new Map(steps.map((step) => [step.id, step]));
  const start = (step: Step<T>): Promise<R> => {
    const known = started.get(step.id);
    if (known !== undefined) return known;
    const before = step.after.flatMap((id) => byId.get(id) ?? []).map(start);
    const result = Promise.all(before).then((results) => limited(() => work(step.item, results)));
    started.set(step.id, result);
    return result;
  };
  const settled = await Promise.allSettled(steps.map(start));
  return settled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

function refuseCircles(steps: readonly Step<unknown>[]): void {
  waves(steps);
}

/** Steps in waves: all of a wave come after none but those of the waves before it. */
export function waves<T>(steps: readonly Step<T>[]): T[][] {
  const left = new Map(steps.map((step) => [step.id, step]));
  const found: T[][] = [];
  while (left.size > 0) {
    const wave = [...left.values()].filter(({ after }) => !after.some((id) => left.has(id)));
    if (wave.length === 0) throw new Error(`stacks wait for each other in a circle: ${[...left.keys()].join(", ")}; break it`);
    for (const { id } of wave) left.delete(id);
    found.push(wave.map(({ item }) => item));
  }
  return found;
}
