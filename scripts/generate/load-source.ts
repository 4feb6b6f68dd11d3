import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Runner {
  readonly run: (entry: string) => Promise<Record<string, unknown>>;
}

/** Loads one of our own sources by its path from the project's root, which is known only when this runs. */
export async function loadSource(root: string, file: string): Promise<Record<string, unknown>> {
  // by its place, not bundled: it finds the project from where it lies
  const runner = pathToFileURL(join(root, "scripts", "run.mjs")).href;
  const { run } = (await import(/* @vite-ignore */ runner)) as Runner;
  return run(file);
}
