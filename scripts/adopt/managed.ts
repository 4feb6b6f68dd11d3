import type { StackFacts } from "../../stacks/facts.js";
import type { States } from "../state/states.js";

/** What the states of an account's stacks hold, by region, type and id. */
export class Managed {
  private constructor(private readonly known: ReadonlySet<string>) {}

  static async read(states: States, stacks: readonly StackFacts[]): Promise<Managed> {
    const known = await Promise.all(stacks.map((facts) => keysIn(states, facts)));
    return new Managed(new Set(known.flat()));
  }

  has(region: string, type: string, id: string): boolean {
    return this.known.has(keyOf(region, type, id));
  }
}

async function keysIn(states: States, facts: StackFacts): Promise<string[]> {
  // before bootstrap there is no bucket
  if (!(await (await states.store(facts)).exists())) return [];
  const state = await states.read(facts);
  return (state?.resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ type, instances }) => instances.map(({ attributes }) => keyOf(facts.region, type, String(attributes?.["id"]))));
}

const keyOf = (region: string, type: string, id: string) => `${region} ${type} ${id}`;
