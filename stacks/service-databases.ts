import type { ClusterContract, DatabaseContract, KeysContract, NetworkContract } from "@groundplan/core";
import { DatabaseUser } from "@groundplan/rds";
import { type Environment, type WayIn, waysIn } from "../environments/load.js";
import { databaseShape } from "./contracts.js";
import type { EstateStack } from "./estate-stack.js";
import type { LayerSetting } from "./layer.js";
import type { Read } from "./upstream.js";

/** The databases that a service connects to. */
export function databasesOf({ services }: Environment, entry: string): readonly string[] {
  return [...new Set(waysIn(entry, services[entry]?.databases ?? []).map(({ database }) => database))];
}

/** What their stacks publish. */
export function readDatabases(
  read: Read,
  { environment, entry }: Pick<LayerSetting, "environment" | "entry">,
): ReadonlyMap<string, DatabaseContract> {
  const ways = waysIn(entry, environment.services[entry]?.databases ?? []);
  return new Map(
    databasesOf(environment, entry).map((name) => {
      const users = ways.filter(({ database, access }) => database === name && access === "proxy").map(({ user }) => user);
      return [name, read("database", { entry: name, shape: databaseShape(users) })];
    }),
  );
}

/** What a service's users are made from. */
interface ServiceUsers {
  readonly environment: Environment;
  /** The service's name in the environment's file, and in AWS. */
  readonly entry: string;
  readonly name: string;
  /** The service's parameter, beside which each task has its own. */
  readonly parameterName: string;
  readonly keys: Pick<KeysContract, "logs">;
  readonly network: NetworkContract;
  readonly cluster: ClusterContract;
  /** What the databases' stacks publish, by name. */
  readonly databases: ReadonlyMap<string, DatabaseContract>;
}

/** A service's user in a database, and how the service's variables are called. */
export interface ServiceUser {
  readonly user: DatabaseUser;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: DatabaseUser["secrets"];
}

/** The service's user in each database that it connects to: made by a one-off task of the service's, `<database>-user`. */
export function databaseUsers(stack: EstateStack, setting: ServiceUsers): ServiceUser[] {
  const { environment, entry } = setting;
  return waysIn(entry, environment.services[entry]?.databases ?? []).map((way) => {
    const user = makeUser(stack, setting, way);
    const called = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(/^DATABASE/, way.variables), value]));
    return { user, environment: called(user.environment), secrets: called(user.secrets) };
  });
}

function makeUser(stack: EstateStack, setting: ServiceUsers, way: WayIn): DatabaseUser {
  const { environment, name, parameterName, keys, network, cluster, databases } = setting;
  const { database, access, rights, user } = way;
  const contract = databases.get(database);
  const data = environment.databases[database];
  if (contract === undefined || data === undefined) throw new Error(`database "${database}" was checked, and is gone`);
  return new DatabaseUser(stack, `${database}-user`, {
    name: `${name}-${database}`,
    accountId: environment.account.id,
    region: environment.region,
    engine: data.engine,
    userName: user,
    rights,
    access,
    parameterName: `${parameterName}/task/${database}-user`,
    logRetentionDays: data.logRetentionDays,
    protect: data.protect,
    database: contract,
    cluster,
    network,
    encryptionKey: keys.logs,
  });
}
