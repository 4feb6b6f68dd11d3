import type { AlertsContract, DatabaseContract, KeysContract, NetworkContract } from "@groundplan/core";
import { Database } from "@groundplan/rds";
import type { Environment, Estate } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";

/** What a database's stack is made from. */
interface DatabaseStack {
  readonly estate: Pick<Estate, "project">;
  readonly environment: Environment;
  /** The database's name in the environment's file. */
  readonly entry: string;
  readonly keys: KeysContract;
  readonly alerts: AlertsContract;
  readonly network: NetworkContract;
}

/** A database of the environment. Services are let in by rules in their own stacks. */
export function databaseStack(stack: EstateStack<DatabaseContract>, setting: DatabaseStack): void {
  const { estate, environment, entry, keys, alerts, network } = setting;
  const data = environment.databases[entry];
  if (data === undefined) throw new Error(`"${environment.name}" has no database "${entry}", and a stack of it is made`);
  const { secondNetwork, ...own } = data;
  const database = new Database(stack, entry, {
    ...own,
    name: `${estate.project}-${environment.name}-${entry}`,
    accountId: environment.account.id,
    region: environment.region,
    network,
    encryptionKey: keys.data,
    secretsKey: keys.secrets,
    logsKey: keys.logs,
    alarmTopic: alerts.home,
    ...(own.secondRegion === undefined ? {} : { replicaProvider: stack.replicaProvider(own.secondRegion) }),
    ...(secondNetwork === undefined ? {} : { replicaNetwork: secondNetwork }),
  });

  const { engine, endpoint, readerEndpoint, port, databaseName, resourceId } = database;
  const { securityGroupId, masterSecretArn, secretsKeyArn, keyArn, proxy } = database;
  stack.publish({
    engine,
    endpoint,
    readerEndpoint,
    port,
    databaseName,
    resourceId,
    securityGroupId,
    masterSecretArn,
    secretsKeyArn,
    keyArn,
    proxy,
  });
}
