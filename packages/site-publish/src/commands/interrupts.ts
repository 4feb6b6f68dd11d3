const signals = ["SIGINT", "SIGTERM"] as const;

/** Runs what stops cleanly where it is asked to: once. Who asks again wants it dead. */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const listener = () => {
    for (const signal of signals) process.removeListener(signal, listener);
    process.stderr.write("stopping: what is under way ends first\n");
    stop.abort();
  };
  for (const signal of signals) process.once(signal, listener);
  try {
    return await work(stop.signal);
  } finally {
    for (const signal of signals) process.removeListener(signal, listener);
  }
}
