import {
  type Cluster,
  checkProps,
  type DatabaseContract,
  type EncryptionKey,
  type ImageRepository,
  type PolicyStatement,
  type PrivateSubnets,
  PropsError,
  type SecurityGroup,
} from "@groundplan/core";
import type { OneOffTask } from "@groundplan/fargate-task";
import type { ConnectionRules } from "@groundplan/security-group";
import { Construct } from "constructs";
import { schemas } from "./config.js";
import { letIn } from "./database.js";
import { engineTraits } from "./engines.js";
import { PasswordSecret } from "./password-secret.js";
import type { DatabaseUserData } from "./props.generated.js";
import type { DatabaseUserConfig } from "./schema/database-user.js";
import { makeUserTask, portText } from "./user-task.js";

/** What a DatabaseUser is made from: its data, and what it is wired to. */
export interface DatabaseUserProps extends DatabaseUserData {
  /** A Database, or what its stack publishes. */
  readonly database: DatabaseContract;
  /** Where the task that makes the user runs. */
  readonly cluster: Cluster;
  readonly network: PrivateSubnets;
  /** Encrypts the task's logs. Default: a key of its own. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Repositories that `image` and `certificateImage` are pulled from, where they are of ECR. */
  readonly repositories?: readonly ImageRepository[] | undefined;
}

/** A secret as a container's variable. */
export interface PasswordVariable {
  readonly secretArn: string;
  readonly jsonKey: string;
  readonly keyArn: string;
}

/**
 * A user of a database, in the stack of whoever it is for: a one-off task that makes it, and what an application connects with.
 * The application is never given the master's secret.
 *
 * Cost: none with `iam` and `proxy`; a secret 0.40 USD a month; the task a fraction of a cent each time it runs.
 *
 * @example
 * const user = new DatabaseUser(this, "main-user", { name: "shop-prod-api-main", userName: "api", engine: "postgres", parameterName, database, cluster, network, … });
 * const service = new EcsService(this, "api", { environment: user.environment, secrets: user.secrets, … });
 * user.attach(service);
 * @throws {PropsError} where the props do not fit the schema: all problems at once
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 */
export class DatabaseUser extends Construct {
  /** `DATABASE_HOST`, `DATABASE_READER_HOST`, `DATABASE_PORT`, `DATABASE_NAME`, `DATABASE_USER`. */
  readonly environment: Readonly<Record<string, string>>;
  /** `DATABASE_PASSWORD`, for access by secret. */
  readonly secrets: Readonly<Record<string, PasswordVariable>>;
  /** What the application's role must be allowed. */
  readonly statements: readonly PolicyStatement[];
  readonly task: OneOffTask;

  private readonly entrance: SecurityGroup;
  private readonly port: number;

  constructor(scope: Construct, id: string, props: DatabaseUserProps) {
    super(scope, id);
    const { database, cluster, network, encryptionKey, repositories, ...data } = props;
    const config = checkProps(this, schemas.DatabaseUser, data);

    const userSecretArn = this.secretArn(config, database);
    this.task = makeUserTask({ module: this, config, wiring: { database, cluster, network, encryptionKey, repositories }, userSecretArn });

    const isProxied = config.access === "proxy";
    this.entrance = isProxied ? database.proxy : database;
    // a proxy listens on its engine's own port, whatever the database does
    this.port = isProxied ? engineTraits[config.engine].port : database.port;
    this.environment = {
      DATABASE_HOST: isProxied ? database.proxy.endpoint : database.endpoint,
      DATABASE_READER_HOST: isProxied ? database.proxy.endpoint : database.readerEndpoint,
      DATABASE_PORT: portText(this.port),
      DATABASE_NAME: database.databaseName,
      DATABASE_USER: config.userName,
    };
    this.secrets =
      config.access === "secret" && userSecretArn !== undefined
        ? { DATABASE_PASSWORD: { secretArn: userSecretArn, jsonKey: "password", keyArn: database.secretsKeyArn } }
        : {};
    this.statements = config.access === "secret" ? [] : [connects(config, isProxied ? database.proxy.resourceId : database.resourceId)];
  }

  /**
   * Lets an application in, by rules in its own stack, and lets its role connect as this user.
   *
   * @param client an EcsService, or the like
   */
  attach(client: DatabaseClient): ConnectionRules {
    if (this.statements.length > 0) client.task.grant(this.node.id, ...this.statements);
    return letIn({ client, database: this.entrance, name: this.node.id, port: this.port });
  }

  private secretArn(config: DatabaseUserConfig, database: DatabaseContract): string | undefined {
    const { access, userName, name, passwordVersion, protect } = config;
    if (access === "iam") return undefined;
    if (access === "proxy") return this.proxySecretArn(config, database);
    const secret = new PasswordSecret(this, {
      name,
      userName,
      description: `${userName} of the database ${database.databaseName}`,
      keyArn: database.secretsKeyArn,
      suffix: ["password"],
      passwordVersion,
      protect,
    });
    secret.write();
    return secret.secret.arn;
  }

  private proxySecretArn({ userName }: DatabaseUserConfig, database: DatabaseContract): string {
    const secretArn = database.proxy.userSecretArns[userName];
    if (secretArn !== undefined) return secretArn;
    const fix = 'name it in the database\'s "proxy.users", and apply that first';
    throw new PropsError(this.node.path, [{ path: ["userName"], value: userName, wrong: "is no user that the proxy knows", fix }]);
  }
}

/** Who connects: a service, with its group and its role. */
export interface DatabaseClient extends Construct, SecurityGroup {
  readonly task: { grant(name: string, ...statements: readonly PolicyStatement[]): unknown };
}

/** As that user alone. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html */
function connects({ accountId, region, userName }: DatabaseUserConfig, resourceId: string): PolicyStatement {
  return {
    Sid: "ConnectsAsItself",
    Effect: "Allow",
    Action: ["rds-db:connect"],
    Resource: `arn:aws:rds-db:${region}:${accountId}:dbuser:${resourceId}/${userName}`,
  };
}
