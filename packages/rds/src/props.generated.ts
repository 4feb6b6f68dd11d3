// Generated from config.ts by `npm run generate`.

/** The data that `Database` is made from. */
export interface DatabaseData {
  /** Its identifier, such as `shop-prod-main`: it is in the endpoint, and what is made beside it is named after it. */
  readonly name: string;
  /** The account that it stands in. */
  readonly accountId: string;
  /** Its region. */
  readonly region: string;
  /** What runs. Aurora is Amazon's own storage beneath the same SQL. */
  readonly engine: "postgres" | "mysql" | "mariadb" | "aurora-postgresql" | "aurora-mysql";
  /** Its version, quoted: the major one (`17`, `8.4`) leaves the minor one to AWS. */
  readonly version: string;
  /** The first database in it. Changing it replaces the whole. @default "app" */
  readonly databaseName?: string | undefined;
  /** Port that it listens on. Default: the engine's own, 5432 or 3306. 1150 to 65535. */
  readonly port?: number | undefined;
  /** What takes over when an AZ fails: nothing (`single`), a second instance (`standby`; of Aurora it can be read), or two that can be read (`readableStandbys`, a Multi-AZ DB cluster). @default "standby" */
  readonly availability?: "single" | "standby" | "readableStandbys" | undefined;
  /** Its instance class, or for Aurora the capacity that it moves in. @default "db.t4g.medium" */
  readonly size?: string | {
    /** Capacity that it never falls below, in Aurora capacity units of about 2 GiB. 0 lets it pause. 0 to 256. */
    readonly minAcu: number;
    /** Capacity that it never goes beyond, and the most that it can cost. 1 to 256. */
    readonly maxAcu: number;
    /** Seconds without a connection after which it pauses, where `minAcu` is 0. Default: 300. 300 to 86400. */
    readonly pauseAfterSeconds?: number | undefined;
  } | undefined;
  /** Where the data lies. Default: gp3 of 20 GiB that grows to 100, or Aurora's own. */
  readonly storage?: {
    /** General purpose SSD. */
    readonly type: "gp3";
    /** Size in GiB. It can grow, and never shrink. 20 to 65536. @default 20 */
    readonly gib?: number | undefined;
    /** Where it stops growing by itself, in GiB; `off` never lets it grow. Default: five times `gib`. Not for clusters. */
    readonly maxGib?: number | "off" | undefined;
    /** Operations a second, from 400 GiB on. Default: what the size has. 3000 to 64000. */
    readonly iops?: number | undefined;
    /** MiB a second, from 400 GiB on. Default: what the size has. 125 to 4000. */
    readonly throughputMibps?: number | undefined;
  } | {
    /** Provisioned IOPS SSD, ten times as durable. */
    readonly type: "io2";
    /** Size in GiB. It can grow, and never shrink. 100 to 65536. @default 100 */
    readonly gib?: number | undefined;
    /** Where it stops growing by itself, in GiB; `off` never lets it grow. Default: five times `gib`. Not for clusters. */
    readonly maxGib?: number | "off" | undefined;
    /** Operations a second. 1000 to 256000. */
    readonly iops: number;
  } | {
    /** Aurora's own, paid by the GB and by the operation; it grows by itself. */
    readonly type: "aurora";
  } | {
    /** Aurora's own without a price for operations: cheaper where they are a quarter of the bill. */
    readonly type: "aurora-iopt1";
  } | undefined;
  /** More instances to read from, by name. */
  readonly replicas?: { readonly [name: string]: {
    /** Its own size. Default: the database's. */
    readonly size?: string | {
      /** Capacity that it never falls below, in Aurora capacity units of about 2 GiB. 0 lets it pause. 0 to 256. */
      readonly minAcu: number;
      /** Capacity that it never goes beyond, and the most that it can cost. 1 to 256. */
      readonly maxAcu: number;
      /** Seconds without a connection after which it pauses, where `minAcu` is 0. Default: 300. 300 to 86400. */
      readonly pauseAfterSeconds?: number | undefined;
    } | undefined;
    /** Whether it stands in `secondRegion`. Not for Aurora, which has `globalCluster`. @default false */
    readonly inSecondRegion?: boolean | undefined;
    /** Whether it has a standby of its own, to be promoted with. Not for Aurora. @default false */
    readonly multiAz?: boolean | undefined;
    /** Refuse to delete it. It holds nothing that the database does not. @default false */
    readonly protect?: boolean | undefined;
  } } | undefined;
  /** A copy in `secondRegion` that can take over, less than a second behind. Aurora alone. */
  readonly globalCluster?: {
    /** Size of the instances in the second region. Default: the database's. */
    readonly size?: string | {
      /** Capacity that it never falls below, in Aurora capacity units of about 2 GiB. 0 lets it pause. 0 to 256. */
      readonly minAcu: number;
      /** Capacity that it never goes beyond, and the most that it can cost. 1 to 256. */
      readonly maxAcu: number;
      /** Seconds without a connection after which it pauses, where `minAcu` is 0. Default: 300. 300 to 86400. */
      readonly pauseAfterSeconds?: number | undefined;
    } | undefined;
    /** Instances in the second region. 0 keeps the data there alone, and costs no instance. 0 to 15. @default 1 */
    readonly instances?: number | undefined;
  } | undefined;
  /** The user that owns everything, and where its password comes from. No application is ever given it. @default {"secret":"managed"} */
  readonly master?: {
    /** RDS makes the secret, and rotates it by itself. */
    readonly secret: "managed";
    /** The master's name. Changing it replaces the database. @default "dbadmin" */
    readonly userName?: string | undefined;
    /** Days between rotations. @default 7 */
    readonly rotateAfterDays?: number | "off" | undefined;
  } | {
    /** A random password that Terraform passes on without keeping it: for what AWS refuses with a managed secret. */
    readonly secret: "writeOnly";
    /** The master's name. Changing it replaces the database. @default "dbadmin" */
    readonly userName?: string | undefined;
    /** Raise it by one for a new password, and one wherever the old one got out. At least 1. @default 1 */
    readonly passwordVersion?: number | undefined;
  } | undefined;
  /** RDS Proxy: connections are shared, and outlive a failover. @default "off" */
  readonly proxy?: {
    /** Users that come by way of the proxy, which logs in for them by a secret of its own for each. */
    readonly users: readonly string[];
    /** Raise it by one for new passwords of the proxy's users; then run their tasks again. At least 1. @default 1 */
    readonly passwordVersion?: number | undefined;
    /** Seconds after which an idle client is let go. 1 to 28800. @default 1800 */
    readonly idleClientTimeoutSeconds?: number | undefined;
    /** Share of the database's connections that it may hold. 1 to 100. @default 90 */
    readonly maxConnectionsPercent?: number | undefined;
    /** Seconds for which a client waits for a free connection. 0 to 300. @default 120 */
    readonly borrowTimeoutSeconds?: number | undefined;
  } | "off" | undefined;
  /** Parameters of the engine, beside those that force TLS and log connections. */
  readonly parameters?: { readonly [name: string]: string | {
    /** The value, as RDS writes it. */
    readonly value: string;
    /** When it takes effect. Static parameters take none but `atReboot`. */
    readonly apply: "immediately" | "atReboot";
  } } | undefined;
  /** Who signs its certificate; clients check that with AWS's bundle. @default "rds-ca-rsa2048-g1" */
  readonly caCertificate?: "rds-ca-rsa2048-g1" | "rds-ca-rsa4096-g1" | "rds-ca-ecc384-g1" | undefined;
  /** Automated backups, and the last one. */
  readonly backups?: {
    /** Days that any point in time can be restored from. 7 to 35. @default 30 */
    readonly retentionDays?: number | undefined;
    /** When the daily snapshot is taken, in UTC. @default "01:00-02:00" */
    readonly window?: string | undefined;
    /** Days for which automated backups are kept in `secondRegion`, too. Instances alone. @default "off" */
    readonly inSecondRegionDays?: number | "off" | undefined;
    /** Take a snapshot before the database is destroyed, under a name that no other has. @default true */
    readonly finalSnapshot?: boolean | undefined;
    /** Keep automated backups for their days after the database is destroyed. @default true */
    readonly keepAfterDestroy?: boolean | undefined;
  } | undefined;
  /** AWS Backup beside them: recovery points in a locked vault, for longer than 35 days. @default "off" */
  readonly backupPlan?: {
    /** When a recovery point is made, in UTC. @default "cron(0 5 * * ? *)" */
    readonly schedule?: string | undefined;
    /** Days for which it is kept. 1 to 36500. @default 90 */
    readonly keepDays?: number | undefined;
    /** Holds whoever deletes a recovery point before its time. @default {"mode":"governance"} */
    readonly lock?: {
      /** Who may change the lock may take it away. */
      readonly mode: "governance";
      /** Days that a recovery point is kept at least. 1 to 36500. @default 1 */
      readonly minDays?: number | undefined;
      /** Days that it is kept at most. Default: without end. 1 to 36500. */
      readonly maxDays?: number | undefined;
    } | {
      /** Nobody can ever take it away, AWS neither; until its points expire, the vault is paid for. */
      readonly mode: "compliance";
      /** Days that a recovery point is kept at least. 1 to 36500. */
      readonly minDays: number;
      /** Days that it is kept at most. 1 to 36500. */
      readonly maxDays: number;
      /** Days in which it can be thought over. 3 to 36500. */
      readonly changeableForDays: number;
      /** Why what cannot be undone is wanted, in a sentence. */
      readonly acknowledge: string;
    } | "off" | undefined;
    /** Days for which a copy is kept in `secondRegion`, in a vault of its own. @default "off" */
    readonly copyDays?: number | "off" | undefined;
  } | "off" | undefined;
  /** Where replicas, copies and the global cluster's other half stand. Its provider, network and key are wired. */
  readonly secondRegion?: string | undefined;
  /** What it is made from. Read once: taken out, put in or changed later, it does nothing. */
  readonly restore?: {
    /** A snapshot's identifier, or its ARN where it is shared. */
    readonly snapshot: string;
  } | {
    /** The identifier of the instance or cluster that it is made from. */
    readonly source: string;
    /** The moment, in UTC, or `latest`. */
    readonly time: string | "latest";
  } | undefined;
  /** When AWS patches it, in UTC. @default "sun:03:00-sun:04:00" */
  readonly maintenanceWindow?: string | undefined;
  /** How it changes. */
  readonly upgrades?: {
    /** Whether AWS takes it to newer minor versions in its maintenance window. @default true */
    readonly minorAutomatic?: boolean | undefined;
    /** Let a new major `version` through, which cannot be taken back: set it for the one upgrade. @default false */
    readonly allowMajor?: boolean | undefined;
    /** Change it at once, restarts too, and not in the maintenance window. @default false */
    readonly applyImmediately?: boolean | undefined;
    /** Change the instance itself, or a copy that takes over within a minute. What RDS copies so is told by an error. @default "inPlace" */
    readonly how?: "inPlace" | "blueGreen" | undefined;
  } | undefined;
  /** Database Insights: `standard` keeps a week and costs nothing, `advanced` keeps 15 months. @default "standard" */
  readonly insights?: "standard" | "advanced" | undefined;
  /** Seconds between looks at the operating system; 0 is off. @default 60 */
  readonly enhancedMonitoringSeconds?: 0 | 1 | 5 | 10 | 15 | 30 | 60 | undefined;
  /** Days for which the exported logs are kept. @default 365 */
  readonly logRetentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
  /** When people are told, at the wired topic. `off` makes no alarm. */
  readonly alarms?: {
    /** Share of the CPU in use, in percent. @default 90 */
    readonly cpuPercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Share of `storage.gib` that is left, in percent. Clusters of Aurora have no such end. @default 10 */
    readonly freeStoragePercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Memory that is left, in MiB. @default 256 */
    readonly freeableMemoryMib?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Open connections. @default {"anomalyBand":4} */
    readonly connections?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Time that a read from storage takes, in milliseconds. @default 20 */
    readonly readLatencyMs?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Time that a write to storage takes, in milliseconds. @default 50 */
    readonly writeLatencyMs?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Seconds that a replica lies behind. @default 30 */
    readonly replicaLagSeconds?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** What is left of the class's burst of disk traffic, in percent. Larger classes have none to lose. @default 20 */
    readonly burstBalancePercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Share of `size.maxAcu` in use, in percent. @default 90 */
    readonly serverlessPercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
  } | undefined;
  /** Tell the wired topic of failovers, failures, low storage and maintenance. @default true */
  readonly events?: boolean | undefined;
  /** A CloudWatch dashboard of the database. @default true */
  readonly dashboard?: boolean | undefined;
  /** Stop it at night. Not for production. @default "off" */
  readonly schedule?: {
    /** When it is stopped: `cron(0 20 ? * MON-FRI *)`. RDS starts it by itself after seven days. */
    readonly stop: string;
    /** When it is started: `cron(0 7 ? * MON-FRI *)`. */
    readonly start: string;
    /** Where the clock hangs: `Europe/Berlin`. @default "UTC" */
    readonly timezone?: string | undefined;
  } | "off" | undefined;
  /** Raise it by one to let through a change that replaces the database or its identifier, and is refused otherwise. At least 1. @default 1 */
  readonly generation?: number | undefined;
  /** Refuse a plan that destroys the database, its key, secrets or logs; RDS refuses to delete it, too. @default true */
  readonly protect?: boolean | undefined;
}

/** The data that `DatabaseUser` is made from. */
export interface DatabaseUserData {
  /** What the task that makes the user is called, such as `shop-prod-api-main`; its roles, logs and secret are named after it. */
  readonly name: string;
  /** The account that it stands in. */
  readonly accountId: string;
  /** Its region. */
  readonly region: string;
  /** The database's engine. */
  readonly engine: "postgres" | "mysql" | "mariadb" | "aurora-postgresql" | "aurora-mysql";
  /** The user, as the database knows it. */
  readonly userName: string;
  /** What it may do with the tables: read them, change what is in them, or make and change them, as migrations do. @default "readWrite" */
  readonly rights?: "read" | "readWrite" | "owner" | undefined;
  /** How it gets in: by a token that IAM gives it for 15 minutes, by a password in a secret of its own, or by a token and the database's proxy. @default "iam" */
  readonly access?: "iam" | "secret" | "proxy" | undefined;
  /** With `secret`: raise it by one for a new password; then run the task, and deploy what uses it. At least 1. @default 1 */
  readonly passwordVersion?: number | undefined;
  /** The parameter in Systems Manager that says how the task is run, such as `/shop/prod/service/api/task/main-user`. */
  readonly parameterName: string;
  /** The engine's client. Default: the engine's official image, by digest. */
  readonly image?: string | undefined;
  /** Fetches AWS's certificates, by `wget`. Default: Alpine's official image, by digest. */
  readonly certificateImage?: string | undefined;
  /** Days for which the task's lines are kept. @default 365 */
  readonly logRetentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
  /** Refuse a plan that destroys the secret or the logs. @default true */
  readonly protect?: boolean | undefined;
}
