import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file as the schemas want it. */
export interface GeneratedFile {
  /** From the project's root. */
  readonly path: string;
  readonly content: string;
}

/** The files that are not what the schemas want. */
export function staleFiles(root: string, files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.filter(({ path, content }) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, "utf8") !== content;
  });
}

export function writeFiles(root: string, files: readonly GeneratedFile[]): void {
  for (const { path, content } of files) writeFileSync(join(root, path), content);
}
