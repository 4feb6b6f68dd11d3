import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The ignored folder that everything made on the way lies in; made, with its own `.gitignore`, if needed. */
export function cacheFolder(folder?: string): string {
  const path = resolve(folder ?? join(process.cwd(), ".groundplan"));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, ".gitignore"), "*\n");
  return path;
}
