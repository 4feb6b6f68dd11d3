import * as prerequisites from "./prerequisites.mjs";

/** A Python that can make a virtual environment. */
export interface Python {
  readonly path: string;
  readonly version: string;
}

/**
 * The first Python on the path that is 3.10 or newer and has the venv module; `GROUNDPLAN_PYTHON` names another.
 *
 * @throws one error that says which Pythons were found, what each lacks, and the ways out
 */
export async function findPython(): Promise<Python> {
  return prerequisites.findPython();
}

/** Our environment without what would bend a Python that is not ours to the user's own project. */
export function pythonEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !bends(name));
  return Object.fromEntries(kept) as Record<string, string>;
}

function bends(name: string): boolean {
  return name.startsWith("PYTHON") || name.startsWith("MOTO_") || ["PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_ROOT"].includes(name);
}
