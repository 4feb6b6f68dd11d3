import pLimit from "p-limit";

export interface Parallel {
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** Does the same to many, some at once. After a failure or an abort nothing more is begun, and what is under way is waited for. */
export async function inParallel<T>(
  items: readonly T[],
  { concurrency, signal }: Parallel,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failure = new AbortController();
  const stop = AbortSignal.any([signal, failure.signal]);
  const limit = pLimit(concurrency);
  await Promise.all(
    items.map((item) =>
      limit(async () => {
        if (stop.aborted) return;
        await work(item).catch((error: unknown) => failure.abort(error));
      }),
    ),
  );
  stop.throwIfAborted();
}
