import { realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";

/**
 * The file that the bucket would have under a path's key, beneath the folder: `docs/index.html`.
 * A key that ends with a slash is no file's, and what is hidden is never published.
 */
export function fileAt(root: string, uri: string): string | undefined {
  const key = decodeURIComponent(uri).slice(1);
  const parts = key.split("/");
  if (parts.some((part) => part === "" || part.includes("\0") || (part.startsWith(".") && part !== ".well-known"))) return undefined;
  const file = join(root, ...parts);
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  return isFile && realpathSync(file).startsWith(`${root}${sep}`) ? key : undefined;
}
