import { closest, distance } from "fastest-levenshtein";
import type { StackFacts } from "../stacks/facts.js";
import type { SynthesizedStack } from "../stacks/read-stacks.js";
import { InputError } from "./failure.js";
import type { Session } from "./session.js";
import { findOrphans, type Orphan } from "./state/orphans.js";
import type { States } from "./state/states.js";

/** What a command works on: an environment, or an account's own stacks. */
export interface Target {
  /** the environment's name, or `account-<name>` */
  readonly name: string;
  /** one of its stacks, for what all of them share: the account */
  readonly home: StackFacts;
  /** those that were named, or all */
  readonly stacks: readonly SynthesizedStack[];
  /** orphans that were named, or all where the app has forgotten the environment itself */
  readonly orphans: readonly Orphan[];
  /** every orphan of the bucket */
  readonly allOrphans: readonly Orphan[];
}

/**
 * Finds a target among the app's stacks; one that the app has forgotten, among the orphans of the buckets in reach. Asks first
 * whether the credentials are the account's.
 *
 * @throws {InputError} where there is none, with the nearest name
 */
export async function findTarget(
  session: Session,
  states: States,
  app: readonly SynthesizedStack[],
  { name, stacks: names }: { readonly name: string; readonly stacks: readonly string[] },
): Promise<Target> {
  const own = app.filter(({ facts }) => facts.of === name);
  const [first] = own;
  if (first === undefined) return forgottenTarget(session, states, app, name, names);
  await session.requireAccount(first.facts);
  const allOrphans = await orphansAt(states, first.facts, app);
  const chosen = names.map((asked) => pick(asked, name, own, allOrphans));
  return {
    name,
    home: first.facts,
    stacks: names.length === 0 ? own : own.filter((stack) => chosen.includes(stack)),
    orphans: allOrphans.filter((orphan) => chosen.includes(orphan)),
    allOrphans,
  };
}

export function unknownTarget(name: string, app: readonly SynthesizedStack[]): InputError {
  return unknownName(name, targetNames(app));
}

export function unknownName(name: string, known: readonly string[]): InputError {
  return new InputError(`there is no environment "${name}"; ${nearest(name, known)}`);
}

/** The environments and accounts that an app has stacks of. */
export function targetNames(app: readonly SynthesizedStack[]): string[] {
  return [...new Set(app.map(({ facts }) => facts.of))];
}

async function orphansAt(states: States, at: StackFacts, app: readonly SynthesizedStack[]): Promise<Orphan[]> {
  // before bootstrap there is no bucket, and so there are no orphans
  const store = await states.store(at);
  return (await store.exists()) ? findOrphans(states, at, app) : [];
}

function pick(asked: string, target: string, own: readonly SynthesizedStack[], orphans: readonly Orphan[]): SynthesizedStack | Orphan {
  const full = (stack: string) => stack === asked || stack === `${target}-${asked}`;
  const found = own.find(({ facts }) => full(facts.stack)) ?? orphans.find(({ stack }) => full(stack));
  if (found !== undefined) return found;
  const names = [...own.map(({ facts }) => facts.stack), ...orphans.map(({ stack }) => stack)];
  throw new InputError(`"${target}" has no stack "${asked}"; ${nearest(asked, names)}`);
}

async function forgottenTarget(
  session: Session,
  states: States,
  app: readonly SynthesizedStack[],
  name: string,
  names: readonly string[],
): Promise<Target> {
  const unknown = unknownTarget(name, app);
  // a slip of the pen is told without asking AWS
  if (targetNames(app).some((known) => distance(known, name) <= 1)) throw unknown;
  for (const home of await homesInReach(session, app)) {
    const allOrphans = await orphansAt(states, home, app);
    const own = allOrphans.filter(({ kept, key }) => (kept === undefined ? key.startsWith(`${name}/`) : kept.facts.of === name));
    if (own.length === 0) continue;
    const chosen = names.map((asked) => pick(asked, name, [], own));
    return { name, home, stacks: [], orphans: names.length === 0 ? own : own.filter((orphan) => chosen.includes(orphan)), allOrphans };
  }
  throw unknown;
}

/** One stack for each bucket whose account the credentials are of. */
async function homesInReach(session: Session, app: readonly SynthesizedStack[]): Promise<StackFacts[]> {
  const byBucket = new Map(app.map(({ facts }) => [facts.state.bucket, facts]));
  const asked = [...byBucket.values()].map(async (facts) => {
    const reached = await session.requireAccount(facts).catch(() => undefined);
    return reached === undefined ? [] : [facts];
  });
  return (await Promise.all(asked)).flat();
}

export function nearest(asked: string, names: readonly string[]): string {
  if (names.length === 0) return "nothing was synthesized";
  const near = closest(asked, [...names]);
  const listed = `there are ${names.join(", ")}`;
  return distance(asked, near) <= Math.max(2, asked.length / 3) ? `did you mean "${near}"? ${listed}` : listed;
}
