import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { ToolError } from "../failure.js";
import { errorLines } from "./diagnostics.js";
import { hasProviderLock, type Place } from "./place.js";
import { runTerraform } from "./process.js";

/** Initializes a stack's folder, unless it is as it was for the same backend, providers and modules. */
export async function initialize(place: Place, cache: string): Promise<void> {
  const wanted = fingerprint(place);
  const marker = join(place.folder, ".terraform", "groundplan");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  await firstAlone(cache, () => runInit(place, "-reconfigure"));
  writeFileSync(marker, wanted);
}

/** @throws {ToolError} with what Terraform said */
export async function runInit(place: Place, ...args: string[]): Promise<void> {
  const readonly = hasProviderLock(place) ? ["-lockfile=readonly"] : [];
  const outcome = await runTerraform({
    folder: place.folder,
    args: ["init", "-json", "-input=false", ...readonly, ...args],
    environment: place.environment,
    logFile: join(place.logs, "init.log"),
  });
  if (outcome.exitCode === 0) return;
  throw new ToolError(`${place.facts.stack}: terraform init failed:`, errorLines(outcome), join(place.logs, "init.log"));
}

function fingerprint({ json, environment }: Place): string {
  const { terraform, module } = JSON.parse(json) as { terraform?: unknown; module?: unknown };
  const config = environment["TF_CLI_CONFIG_FILE"] ?? "";
  return createHash("sha256")
    .update(JSON.stringify([terraform, module, config]))
    .digest("hex");
}

let first: Promise<void> | undefined;

// Terraform's plugin cache takes one writer at a time; once the first init has filled it, the others only read.
// https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache
async function firstAlone(cache: string, init: () => Promise<void>): Promise<void> {
  if (first !== undefined) {
    await first.catch(() => undefined);
    return init();
  }
  first = locked(join(cache, "plugins"), init);
  return first;
}

async function locked(folder: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const release = await lock(folder, { retries: { forever: true, minTimeout: 100, maxTimeout: 1000 } });
  try {
    await work();
  } finally {
    await release();
  }
}
