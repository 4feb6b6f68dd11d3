import { execa } from "execa";
import { gte } from "semver";

/** A Python that can make a virtual environment. */
export interface Python {
  readonly path: string;
  readonly version: string;
}

const oldest = "3.10.0";

const commands = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python"];

const question = [
  "import json, sys",
  "from importlib.util import find_spec",
  "venv = all(find_spec(name) for name in ('venv', 'ensurepip'))",
  "print(json.dumps({'path': sys.executable, 'version': '%d.%d.%d' % sys.version_info[:3], 'venv': venv}))",
].join("\n");

interface Candidate extends Python {
  readonly venv: boolean;
}

/**
 * The first Python on the path that is 3.10 or newer and has the venv module; `GROUNDPLAN_PYTHON` names another.
 *
 * @throws one error that says which Pythons were found, what each lacks, and the ways out
 */
export async function findPython(): Promise<Python> {
  const chosen = process.env["GROUNDPLAN_PYTHON"];
  const found: Candidate[] = [];
  for (const command of chosen ? [chosen] : commands) {
    const candidate = await ask(command);
    if (candidate === undefined) continue;
    if (gte(candidate.version, oldest) && candidate.venv) return { path: candidate.path, version: candidate.version };
    found.push(candidate);
  }
  throw new Error(missing(chosen, found));
}

async function ask(command: string): Promise<Candidate | undefined> {
  const { stdout, failed } = await execa(command, ["-c", question], {
    reject: false,
    stdin: "ignore",
    extendEnv: false,
    env: pythonEnvironment(),
  });
  return failed ? undefined : (JSON.parse(stdout) as Candidate);
}

function missing(chosen: string | undefined, found: readonly Candidate[]): string {
  const unfit = found.map(({ path, version }) =>
    gte(version, oldest) ? `${path} (${version}) lacks its venv module` : `${path} is ${version}`,
  );
  const what =
    unfit.length > 0
      ? [...new Set(unfit)].join("; ")
      : chosen
        ? `"GROUNDPLAN_PYTHON" names ${chosen}, which does not run`
        : "none is on the path";
  return [
    `the AWS emulator needs Python 3.10 or newer with its venv module: ${what}`,
    "  Debian, Ubuntu   sudo apt install python3 python3-venv",
    "  Fedora           sudo dnf install python3",
    "  macOS            brew install python",
    "  elsewhere        https://www.python.org/downloads/",
    '  or set "GROUNDPLAN_PYTHON" to the path of one that has both',
  ].join("\n");
}

/** Our environment without what would bend a Python that is not ours to the user's own project. */
export function pythonEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name, value]) => value !== undefined && !bends(name));
  return Object.fromEntries(kept) as Record<string, string>;
}

function bends(name: string): boolean {
  return name.startsWith("PYTHON") || name.startsWith("MOTO_") || ["PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_ROOT"].includes(name);
}
