import type { StackFacts, StateLocation } from "../../stacks/facts.js";
import type { Session } from "../session.js";
import { contractHash, contractOf, readStateFile, type StateFile } from "./state-file.js";
import { StateStore } from "./store.js";

/** The states of a run's stacks, read from their buckets. Nothing is kept: a state moves while a run goes on. */
export class States {
  private readonly stores = new Map<string, Promise<StateStore>>();

  constructor(private readonly session: Session) {}

  /** The bucket that a stack's state is in. */
  store(facts: StackFacts): Promise<StateStore> {
    const { bucket, region } = facts.state;
    const known = this.stores.get(bucket) ?? this.session.access(facts, region).then((access) => new StateStore(access, bucket));
    this.stores.set(bucket, known);
    return known;
  }

  /** undefined where the stack was never applied. */
  async read(facts: StackFacts, key = facts.state.key): Promise<StateFile | undefined> {
    const text = await (await this.store(facts)).read(key);
    return text === undefined ? undefined : readStateFile(text);
  }

  /** The hash of each contract that a stack reads; undefined for an upstream that has published none. */
  async contracts(facts: StackFacts): Promise<Record<string, string | undefined>> {
    const hashes = facts.upstream.map(async (upstream) => {
      const state = await this.read(facts, facts.upstreamKeys[upstream]);
      const contract = state === undefined ? undefined : contractOf(state);
      return [upstream, contract === undefined ? undefined : contractHash(contract)] as const;
    });
    return Object.fromEntries(await Promise.all(hashes));
  }

  /** Puts the JSON that was applied beside its state, so that the stack can be destroyed when the app has forgotten it. */
  async keep(facts: StackFacts, json: string): Promise<void> {
    await (await this.store(facts)).write(keptKey(facts.state), json);
  }

  /** The JSON that was applied last. */
  async kept(facts: StackFacts): Promise<string | undefined> {
    return (await this.store(facts)).read(keptKey(facts.state));
  }

  async forget(facts: StackFacts): Promise<void> {
    await (await this.store(facts)).remove(keptKey(facts.state));
  }
}

/** Where the JSON that was applied last lies. */
export function keptKey({ key }: Pick<StateLocation, "key">): string {
  return `${key}.stack.json`;
}
