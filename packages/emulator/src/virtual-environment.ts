import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { cacheFolder } from "./cache-folder.js";
import { locked } from "./lock.js";
import { findPython, type Python, pythonEnvironment } from "./python.js";

/** Where the server's Python code and its pinned requirements lie. */
export const pythonFolder = fileURLToPath(new URL("../python", import.meta.url));

export interface PythonOptions {
  /** default: `.groundplan` in the working directory */
  readonly cacheFolder?: string;
  readonly onProgress?: (line: string) => void;
}

/**
 * Makes the virtual environment that the server runs in, once for each set of requirements and Python: about 12 seconds, and
 * nothing when it exists. Two that come at once make one. What pip is told in its own variables and files (index, certificates,
 * folders of wheels) holds; each package must match its pinned hash.
 *
 * @returns the path of the environment's own python
 * @throws when there is no fit Python, or pip fails; the error ends in pip's words
 */
export async function preparePython(options: PythonOptions = {}): Promise<string> {
  const base = await findPython();
  const requirements = join(pythonFolder, "requirements.txt");
  const key = createHash("sha256").update(readFileSync(requirements)).update(base.path).update(base.version).digest("hex").slice(0, 12);
  const folder = join(cacheFolder(options.cacheFolder), "emulator", `venv-${key}`);
  const python = join(folder, "bin", "python");
  const complete = join(folder, "complete");
  if (existsSync(complete)) return python;
  await locked(`${folder}.lock`, async () => {
    if (existsSync(complete)) return;
    options.onProgress?.(`making the emulator's Python environment (Python ${base.version}) ...`);
    rmSync(folder, { recursive: true, force: true });
    await make(base, folder, requirements);
    writeFileSync(complete, "");
  });
  return python;
}

async function make(base: Python, folder: string, requirements: string): Promise<void> {
  await run(base.path, ["-m", "venv", folder], "could not make a virtual environment");
  const pip = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"];
  const pinned = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", requirements];
  await run(join(folder, "bin", "python"), [...pip, ...pinned], "could not install the emulator's Python packages");
}

async function run(command: string, args: readonly string[], failure: string): Promise<void> {
  const env = pythonEnvironment();
  const { failed, all } = await execa(command, args, { reject: false, all: true, stdin: "ignore", extendEnv: false, env });
  if (failed) throw new Error(`${failure} (${command} ${args.join(" ")}):\n${all}`);
}
