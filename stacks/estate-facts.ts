import { stateNames } from "@groundplan/core";
import { type Environment, type Estate, stateKeyOf } from "../environments/load.js";
import type { Account } from "../environments/schema.js";
import { layers } from "./catalogue.js";
import type { LayerName } from "./contracts.js";
import type { StackFacts, StateLocation } from "./facts.js";
import { layerId } from "./layer.js";

/** A stack of an environment: the layer, and the entry that it is made of, or an empty name. */
interface EnvironmentStack {
  readonly layer: LayerName;
  readonly entry: string;
}

/** The facts of an environment's stack. */
export function environmentFacts(estate: Estate, environment: Environment, { layer, entry }: EnvironmentStack): StackFacts {
  const { name, account, region, production, acknowledged, notices } = environment;
  const id = layerId(layer, entry);
  const upstream = layers[layer].upstream(environment, entry);
  return {
    stack: `${name}-${id}`,
    of: name,
    layer,
    ...(entry === "" ? {} : { entry }),
    ...placeOf(account),
    region,
    production,
    ...(upstream.length === 0 ? afterBaseline(account) : afterLayers(environment, upstream)),
    acknowledged,
    notices,
    state: stateLocation(estate, account, stateKeyOf(environment, id)),
  };
}

function afterLayers(environment: Environment, layers: readonly string[]): Pick<StackFacts, "upstream" | "upstreamKeys"> {
  const stackOf = (layer: string): string => `${environment.name}-${layer}`;
  return {
    upstream: layers.map(stackOf),
    upstreamKeys: Object.fromEntries(layers.map((layer) => [stackOf(layer), stateKeyOf(environment, layer)])),
  };
}

/** The facts of the stack that keeps an account's states. */
export function stateFacts(estate: Estate, account: Account): StackFacts {
  return accountFacts(estate, account, { stack: `account-${account.name}-state`, layer: "state" });
}

/** The facts of the stack of what an account has once, and in its home region. */
export function baselineFacts(estate: Estate, account: Account): StackFacts {
  const { acknowledged = [], notices = [] } = account.baseline ?? {};
  return { ...accountFacts(estate, account, { stack: `account-${account.name}`, layer: "baseline" }), acknowledged, notices };
}

/** The facts of the stack of what a further region of it has. */
export function regionFacts(estate: Estate, account: Account, region: string): StackFacts {
  const facts = accountFacts(estate, account, { stack: `account-${account.name}-${region}`, layer: `baseline-${region}` });
  return { ...facts, region, ...afterBaseline(account) };
}

/** What an account has once, all its environments lean on: it is production's. */
function accountFacts(estate: Estate, account: Account, { stack, layer }: Pick<StackFacts, "stack" | "layer">): StackFacts {
  const of = `account-${account.name}`;
  return {
    stack,
    of,
    layer,
    ...placeOf(account),
    region: account.region,
    production: !account.emulatorOnly,
    upstream: [],
    upstreamKeys: {},
    acknowledged: [],
    notices: [],
    state: stateLocation(estate, account, baselineKey(account, layer)),
  };
}

/** Roles are made with the boundary on them, which the account's baseline makes. */
function afterBaseline(account: Account): Pick<StackFacts, "upstream" | "upstreamKeys"> {
  if (account.baseline === undefined) return { upstream: [], upstreamKeys: {} };
  const stack = `account-${account.name}`;
  return { upstream: [stack], upstreamKeys: { [stack]: baselineKey(account, "baseline") } };
}

function baselineKey({ name }: Account, layer: string): string {
  return `account-${name}/${layer}.tfstate`;
}

function placeOf({ name, id, kind, emulatorOnly }: Account): Pick<StackFacts, "account" | "accountId" | "accountKind" | "emulatorOnly"> {
  return { account: name, accountId: id, accountKind: kind, emulatorOnly };
}

function stateLocation({ project }: Estate, { id, region }: Account, key: string): StateLocation {
  const { bucketName, tableName } = stateNames({ project, accountId: id, region });
  return { bucket: bucketName, key, region, lockTable: tableName };
}
