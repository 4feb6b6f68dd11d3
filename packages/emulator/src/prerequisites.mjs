// Finds the tools that must be there before anything is installed; so it is plain JavaScript and imports nothing but node.
import { spawnSync } from "node:child_process";

/**
 * A tool that was found.
 * @typedef {{ readonly path: string, readonly version: string }} Tool
 */

/**
 * Terraform (or what `TERRAFORM_BINARY_NAME` names, such as `tofu`), 1.11 or newer.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Tool}
 * @throws {MissingToolError} with the ways out
 */
export function findTerraform(environment = process.env) {
  const path = environment["TERRAFORM_BINARY_NAME"] || "terraform";
  // a CLI configuration that is not there is no reason to fail, and a version needs none
  const { TF_CLI_CONFIG_FILE: _, ...rest } = environment;
  const { stdout, error } = spawnSync(path, ["version", "-json"], { env: { ...rest, CHECKPOINT_DISABLE: "1" }, encoding: "utf8" });
  if (error !== undefined)
    throw new MissingToolError(`"${path}" is not on the PATH; groundplan needs Terraform 1.11 or newer. ${getTerraform}`);
  const version = /"terraform_version":\s*"([^"]+)"/.exec(stdout)?.[1];
  if (version === undefined) {
    throw new MissingToolError(
      `"${path} version -json" does not tell a version; groundplan needs Terraform 1.11 or newer. ${getTerraform}`,
    );
  }
  if (!isAtLeast(version, 1, 11)) {
    throw new MissingToolError(
      `Terraform ${version} ("${path}") is too old; groundplan needs 1.11 or newer (write-only arguments, "use_lockfile"). ${getTerraform}`,
    );
  }
  return { path, version };
}

/**
 * Python 3.10 or newer that can make virtual environments: the first of `GROUNDPLAN_PYTHON` or the usual names that will do.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Tool}
 * @throws {MissingToolError} with the ways out
 */
export function findPython(environment = process.env) {
  const named = environment["GROUNDPLAN_PYTHON"];
  /** @type {string[]} */
  const refused = [];
  for (const path of named ? [named] : pythonNames) {
    const { status, stdout } = spawnSync(path, ["-c", askPython], { env: withoutPythonsOwn(environment), encoding: "utf8" });
    if (status !== 0) continue;
    const [version = "", canMakeEnvironments] = stdout.trim().split(" ");
    if (!isAtLeast(version, 3, 10)) refused.push(`"${path}" is Python ${version}, too old`);
    else if (canMakeEnvironments !== "venv")
      refused.push(`"${path}" (Python ${version}) has no "venv" module (Debian, Ubuntu: apt install python3-venv)`);
    else return { path, version };
  }
  const why =
    refused.length > 0 ? refused.join(", ") : `${named ? `GROUNDPLAN_PYTHON "${named}" does not run` : '"python3" is not on the PATH'}`;
  throw new MissingToolError(`${why}; groundplan needs Python 3.10 or newer with its "venv" module. ${getPython}`);
}

/**
 * Every tool that is missing or too old, each one sentence with the ways out.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string[]}
 */
export function missingTools(environment = process.env) {
  return [findTerraform, findPython].flatMap((find) => {
    try {
      find(environment);
      return [];
    } catch (error) {
      if (error instanceof MissingToolError) return [error.message];
      throw error;
    }
  });
}

/** A tool that is not there, or too old. */
export class MissingToolError extends Error {
  /** @override */
  name = "MissingToolError";
}

const getTerraform = "Get it from https://developer.hashicorp.com/terraform/install, or name another binary by TERRAFORM_BINARY_NAME.";
const getPython = "Get it from https://www.python.org/downloads or your system's packages, or name one by GROUNDPLAN_PYTHON.";
const pythonNames = ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"];

// Debian splits ensurepip from venv: both import, and only one works
const askPython = `
import sys
try:
    import ensurepip, venv
    can = "venv"
except ImportError:
    can = "-"
print(".".join(map(str, sys.version_info[:3])), can)
`;

/**
 * @param {string} version
 * @param {number} major
 * @param {number} minor
 */
function isAtLeast(version, major, minor) {
  const [itsMajor = 0, itsMinor = 0] = version.split(".").map(Number);
  return itsMajor > major || (itsMajor === major && itsMinor >= minor);
}

/** @param {NodeJS.ProcessEnv} environment */
function withoutPythonsOwn({ PYTHONPATH: _path, PYTHONHOME: _home, ...rest }) {
  return rest;
}
