import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { preparePython } from "@groundplan/emulator";
import { execa } from "execa";

export interface PythonPackages {
  readonly python: string;
  /** where they lie; programs beneath `bin` */
  readonly folder: string;
}

/** Installs what a requirements file names, pinned by hash, into a folder of its own, once. */
export async function pythonPackages(root: string, requirements: string): Promise<PythonPackages> {
  const python = await preparePython({ cacheFolder: join(root, ".groundplan") });
  const key = createHash("sha256").update(readFileSync(requirements)).update(python).digest("hex").slice(0, 12);
  const folder = join(root, ".groundplan", "test-run", `python-${key}`);
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`;
    await execa(python, ["-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "--target", half, "-r", requirements], {
      stdin: "ignore",
    });
    renameSync(half, folder);
  }
  return { python, folder };
}
