import { join } from "node:path";

interface Runner {
  readonly run: (entry: string) => Promise<Record<string, unknown>>;
}

/** Loads one of our own sources by its path from the project's root, which is known only when this runs. */
export async function loadSource(root: string, file: string): Promise<Record<string, unknown>> {
  // by its place, not bundled: it finds the project from where it lies
  const runner = join(root, "scripts", "run.mjs");
  const { run } = (await import(/* @vite-ignore */ runner)) as Runner;
  return run(file);
}
