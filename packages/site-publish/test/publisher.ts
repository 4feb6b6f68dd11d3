import { setTimeout } from "node:timers/promises";
import { execa } from "execa";
import type { Site } from "../src/site.js";
import type { SiteWorld } from "./site-world.js";

export interface Spoken {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const command = ["scripts/run.mjs", "packages/site-publish/src/main.ts"];

/** The real command, as a process of its own. */
export async function publisher(world: SiteWorld, args: readonly string[], input?: string): Promise<Spoken> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [...command, ...args], {
    env: world.environment,
    reject: false,
    ...(input === undefined ? { stdin: "ignore" } : { input }),
  });
  return { exitCode, stdout, stderr };
}

/** Starts a publish, and ends it by a signal once some objects have come up. */
export async function endedPublish(world: SiteWorld, site: Site, { folder, signal, after }: EndedPublish): Promise<Spoken> {
  const child = execa(process.execPath, [...command, "publish", folder, ...flagsOf(site), "--concurrency", "2"], {
    env: world.environment,
    reject: false,
    stdin: "ignore",
  });
  while ((await world.keys(site)).length < after) await setTimeout(50);
  child.kill(signal);
  const { exitCode, stdout, stderr } = await child;
  return { exitCode, stdout, stderr };
}

interface EndedPublish {
  readonly folder: string;
  readonly signal: "SIGKILL" | "SIGTERM";
  readonly after: number;
}

export function flagsOf({ bucketName, distributionId }: Site): string[] {
  return ["--bucket", bucketName, "--distribution", distributionId];
}
