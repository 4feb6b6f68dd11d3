import type { Entry, Look } from "./manifest.js";
import { inParallel } from "./parallel.js";
import type { Found, Run } from "./run.js";
import { standing } from "./upload.js";

/** What of these files stands already: a run that was cut short has brought it up, or an earlier version still needs it. */
export async function standingAlready<T extends Look & { readonly path: string }>(
  run: Run,
  differ: readonly T[],
  { listed }: Found,
): Promise<Map<string, Entry>> {
  const there = new Map<string, Entry>();
  // S3 is asked only where an object of that size stands
  const likely = differ.filter(({ path, size }) => listed.get(path)?.size === size);
  await inParallel(likely, run, async (file) => {
    const entry = await standing(run.bucket, file);
    if (entry !== undefined) there.set(file.path, entry);
  });
  return there;
}

/** Whether the edge may have an earlier look of a file that differs; of a new one it has none. */
export function mayBeCached(path: string, { newest, listed }: Found, there: ReadonlyMap<string, Entry>): boolean {
  if (newest?.entries[path] !== undefined || newest?.retired[path] !== undefined) return true;
  return listed.has(path) && !there.has(path);
}
