import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { StackFacts } from "../../stacks/facts.js";
import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import type { Session } from "../session.js";

/** A stack to run: one of the app, or one whose JSON was kept. */
export interface Runnable {
  readonly facts: StackFacts;
  readonly json: string;
  /** where it was synthesized, with what lies beside its JSON */
  readonly folder?: string;
}

/**
 * Where Terraform runs for a stack: a copy of what was synthesized, so that a saved plan stays whole while the app is
 * synthesized again.
 */
export interface Place {
  readonly facts: StackFacts;
  readonly json: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** the folder of its logs, a file a command */
  readonly logs: string;
}

const lockFile = ".terraform.lock.hcl";
const own = [".terraform", lockFile];
// of a stack that has no bucket yet: there is no other copy
const isState = (name: string) => name.includes(".tfstate");

export function runnable(stack: SynthesizedStack): Runnable {
  return { facts: stack.facts, json: stack.json(), folder: stack.folder };
}

/** What a place is made in: the folder of a target's plans, under the project's cache. */
export interface Ground {
  readonly session: Session;
  readonly plans: string;
}

/** The stack's place as it was left, for a plan that is saved there. */
export async function existingPlace({ session, plans }: Ground, { facts, json }: Runnable): Promise<Place> {
  return {
    facts,
    json,
    folder: join(plans, facts.stack),
    environment: await session.terraformEnvironment(facts),
    logs: join(session.context.cache, "logs", facts.stack),
  };
}

/** The stack's place, made anew; what Terraform installed there stays. */
export async function preparePlace(ground: Ground, stack: Runnable): Promise<Place> {
  const place = await existingPlace(ground, stack);
  mkdirSync(place.folder, { recursive: true });
  for (const name of readdirSync(place.folder)) {
    if (!own.includes(name) && !isState(name)) rmSync(join(place.folder, name), { recursive: true });
  }
  if (stack.folder !== undefined) {
    const filter = (path: string) => !["plan", ".terraform"].includes(basename(path)) && !isState(basename(path));
    cpSync(stack.folder, place.folder, { recursive: true, filter });
  }
  writeFileSync(join(place.folder, "cdk.tf.json"), stack.json);
  takeProviderLock(ground.session.context.root, place.folder);
  return place;
}

// a stack that was kept comes without one
function takeProviderLock(root: string, folder: string): void {
  const ours = join(root, lockFile);
  if (!existsSync(join(folder, lockFile)) && existsSync(ours)) copyFileSync(ours, join(folder, lockFile));
}

/** Whether the providers' versions are locked, so that init only reads them. */
export function hasProviderLock({ folder }: Place): boolean {
  return existsSync(join(folder, lockFile));
}
