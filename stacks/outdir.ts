import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Puts a synthesized app into its folder once it is whole: a stack that cannot be made leaves the last synth as it was, and whoever
 * reads meanwhile has the one or the other. What Terraform keeps beside a stack stays.
 */
export function synthesizeInto(outdir: string, synthesize: (folder: string) => void): void {
  mkdirSync(outdir, { recursive: true });
  const staging = mkdtempSync(join(outdir, ".synth-"));
  try {
    synthesize(staging);
    for (const path of [...stackFiles(staging), "manifest.json"]) put(join(staging, path), join(outdir, path));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function stackFiles(folder: string): string[] {
  const { stacks } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  return Object.values(stacks).map(({ synthesizedStackPath }) => synthesizedStackPath);
}

function put(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
}
