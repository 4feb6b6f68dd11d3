// Starts one of the project's commands in a fresh clone: checks the tools, installs what package.json names, runs the entry.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pnpm = "pnpm@12.21.0";

const [, , entry, ...rest] = process.argv;
requireNode();
if (!isInstalled()) install();
process.argv = [process.argv[0], entry, ...rest];
const { run } = await import("./run.mjs");
await run(entry);

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`node ${process.versions.node} is too old; groundplan needs 20.19 or newer (see .node-version): https://nodejs.org/en/download`);
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

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
