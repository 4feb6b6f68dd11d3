// Starts one of the project's commands in a fresh clone: checks the tools, installs what package.json names, runs the entry.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { missingTools } from "../packages/emulator/src/prerequisites.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpm = "pnpm@12.21.0";

// what runs Terraform or Python whatever its arguments; the other commands ask when they need one
const needsTools = ["scripts/demo.ts", "scripts/test.ts"];
const needsNone = ["--verify", "--help", "-h"];

const [, , entry, ...rest] = process.argv;
requireTools();
if (!isInstalled()) install();
if (entry === undefined) fail("no entry point given; run one of package.json's scripts");
process.argv = [process.execPath, entry, ...rest];
const { run } = await import("./run.mjs");
await run(entry);

/** Told all at once, before anything else happens. */
function requireTools() {
  const runsTools = needsTools.includes(entry ?? "") && !rest.some((argument) => needsNone.includes(argument));
  const missing = [...tooOldNode(), ...(runsTools ? missingTools() : [])];
  if (missing.length > 0) fail(missing.join("\n"));
}

function tooOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return [];
  return [
    `node ${process.versions.node} is too old; groundplan needs 20.19 or newer (see .node-version). Get it from https://nodejs.org/en/download`,
  ];
}

/** pnpm copies the lock file that it installed beside its store of modules. */
function isInstalled() {
  const installed = join(root, "node_modules", ".pnpm", "lock.yaml");
  return existsSync(installed) && readFileSync(installed, "utf8") === readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
}

function install() {
  process.stderr.write("installing packages (pnpm, through npx) ...\n");
  const { status, error } = spawnSync("npx", ["--yes", pnpm, "install", "--frozen-lockfile"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, CI: "true" },
  });
  if (status !== 0) fail(`could not install packages${error === undefined ? "" : `: ${error.message}`}; the lines above say why`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
