// Finds the tools that must be there before anything is installed: plain JavaScript that imports nothing but node.
import { spawnSync } from "node:child_process";

/** @typedef {{ readonly path: string, readonly version: string }} Tool */
/** @typedef {Tool & { readonly venv: boolean }} PythonCandidate */

/**
 * The first Python on the path that is 3.10 or newer and has the venv module; `GROUNDPLAN_PYTHON` names another.
 *
 * @returns {Tool}
 * @throws {MissingToolError} which Pythons were found, what each lacks, and the ways out
 */
export function findPython() {
  const chosen = process.env["GROUNDPLAN_PYTHON"];
  /** @type {PythonCandidate[]} */
  const unfit = [];
  for (const command of chosen ? [chosen] : pythonCommands) {
    const candidate = askPython(command);
    if (candidate === undefined) continue;
    if (isAtLeast(candidate.version, 3, 10) && candidate.venv) return { path: candidate.path, version: candidate.version };
    unfit.push(candidate);
  }
  throw new MissingToolError(missingPython(chosen, unfit));
}

/**
 * The terraform on the path, 1.11 or newer; `TERRAFORM_BINARY_NAME` (cdktf's own variable) names another, such as `tofu`.
 *
 * @returns {Tool}
 * @throws {MissingToolError} when it is missing, does not run or is too old, with the ways out
 */
export function findTerraform() {
  const path = process.env["TERRAFORM_BINARY_NAME"] || "terraform";
  const { stdout, status, error } = spawnSync(path, ["version", "-json"], {
    encoding: "utf8",
    // a CLI configuration that is not there is no reason not to know the version
    env: { ...process.env, TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1" },
  });
  if (status !== 0) throw new MissingToolError(missingTerraform(`"${path}" does not run (${error?.message ?? `it exits with ${status}`})`));
  const version = readVersion(stdout);
  if (version === undefined) throw new MissingToolError(missingTerraform(`"${path} version -json" gives no version`));
  // `use_lockfile` and write-only arguments came with 1.11
  if (!isAtLeast(version, 1, 11)) throw new MissingToolError(missingTerraform(`"${path}" is ${version}`));
  return { path, version };
}

/**
 * What is missing or too old, all at once, each with the ways out.
 *
 * @returns {string[]}
 */
export function missingTools() {
  return [findTerraform, findPython].flatMap((find) => {
    try {
      find();
      return [];
    } catch (error) {
      if (error instanceof MissingToolError) return [error.message];
      throw error;
    }
  });
}

/** A tool that is not there, or not fit. */
class MissingToolError extends Error {}

const pythonCommands = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python"];

const question = [
  "import json, sys",
  "from importlib.util import find_spec",
  "venv = all(find_spec(name) for name in ('venv', 'ensurepip'))",
  "print(json.dumps({'path': sys.executable, 'version': '%d.%d.%d' % sys.version_info[:3], 'venv': venv}))",
].join("\n");

/**
 * @param {string} command
 * @returns {PythonCandidate | undefined}
 */
function askPython(command) {
  // variables that bend a Python to the user's own project
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("PYTHON")));
  const { stdout, status } = spawnSync(command, ["-c", question], { encoding: "utf8", env });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

/**
 * @param {string | undefined} chosen
 * @param {readonly PythonCandidate[]} unfit
 */
function missingPython(chosen, unfit) {
  const found = unfit.map(({ path, version, venv }) => (venv ? `${path} is ${version}` : `${path} (${version}) lacks its venv module`));
  const none = chosen ? `"GROUNDPLAN_PYTHON" names ${chosen}, which does not run` : "none is on the path";
  return [
    `the AWS emulator needs Python 3.10 or newer with its venv module: ${found.length > 0 ? [...new Set(found)].join("; ") : none}`,
    "  Debian, Ubuntu   sudo apt install python3 python3-venv",
    "  Fedora           sudo dnf install python3",
    "  macOS            brew install python",
    "  elsewhere        https://www.python.org/downloads/",
    '  or set "GROUNDPLAN_PYTHON" to the path of one that has both',
  ].join("\n");
}

/** @param {string} what */
function missingTerraform(what) {
  return [
    `Terraform 1.11 or newer is needed: ${what}`,
    "  macOS            brew install hashicorp/tap/terraform",
    "  elsewhere        https://developer.hashicorp.com/terraform/install",
    '  or set "TERRAFORM_BINARY_NAME" to the path of one, or to that of OpenTofu',
  ].join("\n");
}

/**
 * @param {string} json
 * @returns {string | undefined}
 */
function readVersion(json) {
  try {
    return JSON.parse(json).terraform_version;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} version
 * @param {number} major
 * @param {number} minor
 */
function isAtLeast(version, major, minor) {
  const [itsMajor = 0, itsMinor = 0] = version.split(".").map(Number);
  return itsMajor > major || (itsMajor === major && itsMinor >= minor);
}
