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
    upstream: upstream.map((one) => `${name}-${one}`),
    upstreamKeys: Object.fromEntries(upstream.map((one) => [`${name}-${one}`, stateKeyOf(environment, one)])),
    acknowledged,
    notices,
    state: stateLocation(estate, account, stateKeyOf(environment, id)),
  };
}

/** The facts of an account's own stack. What an account has once, all its environments lean on: it is production's. */
export function accountFacts(estate: Estate, account: Account, layer: string): StackFacts {
  const of = `account-${account.name}`;
  return {
    stack: `${of}-${layer}`,
    of,
    layer,
    ...placeOf(account),
    region: account.region,
    production: !account.emulatorOnly,
    upstream: [],
    upstreamKeys: {},
    acknowledged: [],
    notices: [],
    state: stateLocation(estate, account, `${of}/${layer}.tfstate`),
  };
}

function placeOf({ name, id, kind, emulatorOnly }: Account): Pick<StackFacts, "account" | "accountId" | "accountKind" | "emulatorOnly"> {
  return { account: name, accountId: id, accountKind: kind, emulatorOnly };
}

function stateLocation({ project }: Estate, { id, region }: Account, key: string): StateLocation {
  const { bucketName, tableName } = stateNames({ project, accountId: id, region });
  return { bucket: bucketName, key, region, lockTable: tableName };
}
