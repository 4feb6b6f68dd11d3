import type { SecurityGroup } from "./security-group.js";

/** A way to a database by way of its proxy. */
export interface DatabaseProxyContract extends SecurityGroup {
  readonly endpoint: string;
  /** What `rds-db:connect` names, where a user comes by way of the proxy. */
  readonly resourceId: string;
  /** Secrets that the proxy logs in with, by user. */
  readonly userSecretArns: Readonly<Record<string, string>>;
}

/** What a database stack publishes. The group is the database's own: whoever connects is let in by a rule of their stack. */
export interface DatabaseContract extends SecurityGroup {
  /** `postgres`, `mysql`, `mariadb`, `aurora-postgresql` or `aurora-mysql`. */
  readonly engine: string;
  /** The host that takes writes. */
  readonly endpoint: string;
  /** A host to read from; the same as `endpoint` where there is no other. */
  readonly readerEndpoint: string;
  readonly port: number;
  readonly databaseName: string;
  /** What `rds-db:connect` names: `db-ABCDEFGHIJKL01234`, `cluster-…`. */
  readonly resourceId: string;
  /** The master's secret: for the tasks that make users or migrate, and for no application. */
  readonly masterSecretArn: string;
  /** Encrypts the secrets. */
  readonly secretsKeyArn: string;
  /** Encrypts the data. */
  readonly keyArn: string;
  /** Without a proxy: no endpoint, and no secrets. */
  readonly proxy: DatabaseProxyContract;
}
