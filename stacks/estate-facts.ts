import { stateNames } from "@groundplan/core";
import { type Environment, type Estate, stateKeyOf } from "../environments/load.js";
import type { Account } from "../environments/schema.js";
import { layers } from "./catalogue.js";
import type { LayerName } from "./contracts.js";
import type { StackFacts, StateLocation } from "./facts.js";

/** The facts of an environment's stack. */
export function environmentFacts(estate: Estate, environment: Environment, layer: LayerName): StackFacts {
  const { name, account, region, production, acknowledged, notices } = environment;
  const upstream = layers[layer].upstream.filter((one) => layers[one].exists(environment));
  return {
    stack: `${name}-${layer}`,
    of: name,
    layer,
    ...placeOf(account),
    region,
    production,
    upstream: upstream.map((one) => `${name}-${one}`),
    upstreamKeys: Object.fromEntries(upstream.map((one) => [`${name}-${one}`, stateKeyOf(environment, one)])),
    acknowledged,
    notices,
    state: stateLocation(estate, account, stateKeyOf(environment, layer)),
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
