import type { AlarmTopic, EncryptionKey, IsolatedSubnets } from "@groundplan/core";
import { PropsError } from "@groundplan/core";
import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import type { DatabaseOverrides } from "./overrides.js";
import type { DatabaseConfig } from "./schema/database.js";

/** What a database is wired to. */
export interface DatabaseWiring {
  /** Where it stands: subnets without a way out, in two AZs at least. */
  readonly network: IsolatedSubnets;
  /** Encrypts the data, its backups and its insights. Default: a key of the database's own. Another key later is another database. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Encrypts the secrets. Default: the key of the data. */
  readonly secretsKey?: EncryptionKey | undefined;
  /** Encrypts the exported logs. Default: a key of the database's own. */
  readonly logsKey?: EncryptionKey | undefined;
  /** Where alarms and events are told. Without it alarms only show in CloudWatch. */
  readonly alarmTopic?: AlarmTopic | undefined;
  /** Makes what stands in `secondRegion`. */
  readonly replicaProvider?: TerraformProvider | undefined;
  /** Where replicas, or the global cluster's other half, stand there. */
  readonly replicaNetwork?: IsolatedSubnets | undefined;
  /** Encrypts what stands there. Default: a key that is made. */
  readonly replicaKey?: EncryptionKey | undefined;
  /** Where the alarms of that region are told. */
  readonly replicaAlarmTopic?: AlarmTopic | undefined;
}

/** What every piece of a database is made by. */
export interface Blueprint {
  /** The scope of all resources, whose path begins their addresses. */
  readonly module: Construct;
  readonly config: DatabaseConfig;
  readonly wiring: DatabaseWiring;
  readonly overrides: DatabaseOverrides;
}

/** A wire that the data asks for. */
export function missingWire({ module }: Blueprint, wire: keyof DatabaseWiring, fix: string): PropsError {
  return new PropsError(module.node.path, [{ path: [wire], value: undefined, wrong: "is missing", fix }]);
}
