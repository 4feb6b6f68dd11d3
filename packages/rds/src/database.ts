import type { BackupVault } from "@cdktf/provider-aws/lib/backup-vault/index.js";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance/index.js";
import type { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { checkProps, type DatabaseContract, type DatabaseProxyContract, type SecurityGroup } from "@groundplan/core";
import { type ConnectionRules, connect } from "@groundplan/security-group";
import { Construct } from "constructs";
import { makeBackupPlan } from "./backup-plan.js";
import type { Blueprint, DatabaseWiring } from "./blueprint.js";
import { type Built, build, coordinatesOf, isInstance } from "./built.js";
import { schemas } from "./config.js";
import { credentialsOf } from "./credentials.js";
import { makeAlarms } from "./database-alarms.js";
import { makeDatabaseDashboard } from "./database-dashboard.js";
import type { Engine } from "./engines.js";
import { subscribeToEvents } from "./events.js";
import { guard, rememberIdentity } from "./identity.js";
import { makeLogGroups } from "./log-groups.js";
import { makeMonitoring } from "./monitoring-role.js";
import { watchedOf } from "./observation.js";
import type { DatabaseOverrides } from "./overrides.js";
import { homeRegion, makePlace, secondRegionOf } from "./place.js";
import type { DatabaseData } from "./props.generated.js";
import { type DatabaseProxy, makeProxy } from "./proxy.js";
import { replicateBackups } from "./replicated-backups.js";
import { makeSchedule } from "./schedule.js";
import { portOf } from "./shape.js";
import { refuseStaleSecrets } from "./stale-secrets.js";

/** What a Database is made from: its data, and what it is wired to. */
export interface DatabaseProps extends DatabaseData, DatabaseWiring {
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: DatabaseOverrides | undefined;
}

/**
 * A database that is private, encrypted, multi-AZ and backed up, whose password no human and no file ever holds, and that no
 * upgrade replaces by surprise.
 *
 * Cost: in eu-west-1 a `db.t4g.medium` of PostgreSQL with its standby about 105 USD a month, 20 GiB in two AZs 5 USD; Aurora's about
 * 60 USD an instance, an Aurora capacity unit 100 USD; a secret 0.40 USD, a key 1 USD, alarms 0.10 USD a metric. See the README.
 *
 * @example new Database(this, "main", { name: "shop-prod-main", accountId, region, engine: "postgres", version: "17", network })
 * @throws {PropsError} where the props do not fit the schema: all problems at once; or what it needs to be wired to is missing
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html
 */
export class Database extends Construct implements DatabaseContract {
  readonly engine: Engine;
  readonly endpoint: string;
  readonly readerEndpoint: string;
  readonly port: number;
  readonly databaseName: string;
  readonly resourceId: string;
  readonly securityGroupId: string;
  readonly masterSecretArn: string;
  readonly secretsKeyArn: string;
  readonly keyArn: string;
  readonly proxy: DatabaseProxyContract;

  /** The instance and its replicas, or the cluster and its instances. */
  readonly built: Built;
  readonly securityGroup: AwsSecurityGroup;
  readonly dbProxy: DatabaseProxy | undefined;
  readonly backupVault: BackupVault | undefined;
  readonly alarms: readonly CloudwatchMetricAlarm[];

  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    const blueprint = blueprintOf(this, props);
    const { config, wiring } = blueprint;

    const homeOnly = homeRegion(blueprint);
    const secondOnly = secondRegionOf(blueprint);
    const home = makePlace(blueprint, homeOnly);
    const second = standsInSecond(blueprint) && secondOnly !== undefined ? makePlace(blueprint, secondOnly) : undefined;
    this.secretsKeyArn = wiring.secretsKey === undefined ? home.keyArn : wiring.secretsKey.keyArn;

    const credentials = credentialsOf(blueprint, this.secretsKeyArn);
    const monitoring = makeMonitoring(blueprint);
    const logs = makeLogGroups(blueprint);
    const identity = rememberIdentity(blueprint, home.keyArn);
    const dependsOn = [...logs, ...monitoring.dependsOn];
    this.built = build(blueprint, { home, identity, credentials, monitoring, dependsOn }, second);

    const coordinates = coordinatesOf(this.built);
    const secret = credentials.finish(isInstance(this.built) ? this.built.instance : this.built.cluster);
    if (secret.rotates !== undefined) refuseStaleSecrets(this, secret.rotates);
    this.dbProxy = makeProxy(blueprint, {
      home,
      secretsKeyArn: this.secretsKeyArn,
      target: coordinates.target,
      dependsOn: [...logs, ...membersOf(this.built)],
    });
    if (isInstance(this.built)) replicateBackups(blueprint, this.built.instance, secondOnly);
    this.backupVault = makeBackupPlan(blueprint, { databaseArn: coordinates.arn, home: homeOnly, second: secondOnly });
    makeSchedule(blueprint, coordinates.arn);
    subscribeToEvents(blueprint, coordinates.identifiers);
    const watched = watchedOf(blueprint, this.built, home);
    this.alarms = makeAlarms(blueprint, watched);
    makeDatabaseDashboard(blueprint, { watched, alarms: this.alarms });
    guard(blueprint, identity);

    this.engine = config.engine;
    this.endpoint = coordinates.endpoint;
    this.readerEndpoint = coordinates.readerEndpoint;
    this.resourceId = coordinates.resourceId;
    this.port = portOf(config);
    this.databaseName = config.databaseName;
    this.securityGroup = home.securityGroup;
    this.securityGroupId = home.securityGroup.id;
    this.masterSecretArn = secret.secretArn;
    this.keyArn = home.keyArn;
    this.proxy = proxyOf(this.dbProxy);
  }

  /**
   * Lets a client in, by rules in the client's own stack: to the database, or to its proxy.
   *
   * @param name ends the rules' addresses. Default: the database's id
   * @example database.allowFrom(service)
   */
  allowFrom(client: Construct & SecurityGroup, name = this.node.id): ConnectionRules {
    return letIn({ client, database: this, name, port: this.port });
  }
}

/** Who is let in, and where. */
export interface Entrance {
  /** Whose group is let in, and in whose scope the rules are made. */
  readonly client: Construct & SecurityGroup;
  /** A database, its contract, or its proxy. */
  readonly database: SecurityGroup;
  /** Ends the rules' addresses. */
  readonly name: string;
  readonly port: number;
}

/** Lets a client in by the database's contract, where the database is another stack's. */
export function letIn({ client, database, name, port }: Entrance): ConnectionRules {
  return connect(client, { name, from: client, to: database, port, description: `Database ${name}` });
}

function blueprintOf(module: Database, props: DatabaseProps): Blueprint {
  const {
    network,
    encryptionKey,
    secretsKey,
    logsKey,
    alarmTopic,
    replicaProvider,
    replicaNetwork,
    replicaKey,
    replicaAlarmTopic,
    overrides = {},
    ...data
  } = props;
  const wiring: DatabaseWiring = {
    network,
    encryptionKey,
    secretsKey,
    logsKey,
    alarmTopic,
    replicaProvider,
    replicaNetwork,
    replicaKey,
    replicaAlarmTopic,
  };
  return { module, config: checkProps(module, schemas.Database, data), wiring, overrides };
}

/** Whether instances stand in the second region, or backups alone. */
function standsInSecond({ config }: Blueprint): boolean {
  return config.globalCluster !== undefined || Object.values(config.replicas).some(({ inSecondRegion }) => inSecondRegion);
}

/** What a proxy finds its target ready by. */
function membersOf(built: Built): readonly RdsClusterInstance[] {
  return isInstance(built) ? [] : built.members.map(({ instance }) => instance);
}

function proxyOf(proxy: DatabaseProxy | undefined): DatabaseProxyContract {
  if (proxy === undefined) return { endpoint: "", resourceId: "", securityGroupId: "", userSecretArns: {} };
  const { endpoint, resourceId, securityGroupId, userSecretArns } = proxy;
  return { endpoint, resourceId, securityGroupId, userSecretArns };
}
