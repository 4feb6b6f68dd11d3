import type { Cluster, DatabaseContract, EncryptionKey, ImageRepository, PrivateSubnets } from "@groundplan/core";
import { FargateTask, OneOffTask } from "@groundplan/fargate-task";
import { allowHttpsOut, connect, makeSecurityGroup } from "@groundplan/security-group";
import { Fn, Token } from "cdktf";
import type { Construct } from "constructs";
import { engineTraits } from "./engines.js";
import { certificateImage, clientImages } from "./images.js";
import { mysqlProgram } from "./programs/mysql.js";
import { postgresProgram } from "./programs/postgres.js";
import type { DatabaseUserConfig } from "./schema/database-user.js";

/** What the task that makes a user is wired to. */
export interface UserTaskWiring {
  readonly database: DatabaseContract;
  readonly cluster: Cluster;
  readonly network: PrivateSubnets;
  readonly encryptionKey?: EncryptionKey | undefined;
  readonly repositories?: readonly ImageRepository[] | undefined;
}

/** What it is made from. */
export interface UserTask {
  readonly module: Construct;
  readonly config: DatabaseUserConfig;
  readonly wiring: UserTaskWiring;
  /** Holds the user's password, where it has one. */
  readonly userSecretArn: string | undefined;
}

/** A port as a variable's text; another stack's is not known yet, and ECS takes no number there. */
export function portText(port: number): string {
  return Token.isUnresolved(port) ? Fn.tostring(port) : String(port);
}

/** All regions' certificate authorities. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
const bundleUrl = "https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem";
const folder = "/certificates";
const bundle = `${folder}/rds.pem`;

/** A one-off task that logs in as the master and makes the user, or sets it right. */
export function makeUserTask(made: UserTask): OneOffTask {
  const { module, config, wiring } = made;
  const { cluster, network, encryptionKey, repositories } = wiring;
  const group = makeGroup(made);
  const task = new FargateTask(module, "task", {
    name: config.name,
    accountId: config.accountId,
    region: config.region,
    size: { cpu: 256, memory: 512 },
    image: config.image === undefined ? clientImages[config.engine] : config.image,
    entryPoint: ["sh", "-euc", programOf(config), "database-user"],
    command: argumentsOf(config),
    environment: environmentOf(wiring.database),
    secrets: secretsOf(made),
    ...certificates(config),
    logs: { retentionDays: config.logRetentionDays },
    skipDestroy: false,
    protect: config.protect,
    encryptionKey,
    repositories: repositories === undefined ? [] : repositories,
  });
  return new OneOffTask(module, "run", {
    parameterName: config.parameterName,
    command: argumentsOf(config),
    task,
    cluster,
    network,
    securityGroupIds: [group],
  });
}

function programOf({ engine }: DatabaseUserConfig): string {
  if (engineTraits[engine].dialect === "postgres") return postgresProgram;
  return mysqlProgram(engine === "mariadb" ? "mariadb" : "mysql");
}

function argumentsOf({ userName, rights, access }: DatabaseUserConfig): string[] {
  return [userName, rights, access === "iam" ? "iam" : "password"];
}

function environmentOf({ endpoint, port, databaseName }: DatabaseContract): Record<string, string> {
  return { DATABASE_HOST: endpoint, DATABASE_PORT: portText(port), DATABASE_NAME: databaseName, DATABASE_CA: bundle };
}

// A task that ends in a minute is the one place where a rotating secret may be a variable.
function secretsOf({ wiring: { database }, userSecretArn }: UserTask) {
  const of = (secretArn: string, jsonKey: string) => ({ secretArn, jsonKey, keyArn: database.secretsKeyArn });
  return {
    MASTER_USER: of(database.masterSecretArn, "username"),
    MASTER_PASSWORD: of(database.masterSecretArn, "password"),
    ...(userSecretArn === undefined ? {} : { USER_PASSWORD: of(userSecretArn, "password") }),
  };
}

/** A container that fetches AWS's certificates before the client starts, so that it knows whom it talks to. */
function certificates(config: DatabaseUserConfig) {
  return {
    volumes: { certificates: {} },
    mounts: { [folder]: { volume: "certificates", readOnly: true } },
    sidecars: {
      certificates: {
        image: config.certificateImage === undefined ? certificateImage : config.certificateImage,
        command: ["wget", "-q", "-O", bundle, bundleUrl],
        essential: false,
        // an empty volume is root's
        runAsRoot: true,
        mounts: { [folder]: { volume: "certificates" } },
      },
    },
    dependsOn: { certificates: "SUCCESS" as const },
  };
}

function makeGroup({ module, config, wiring: { database, network } }: UserTask): string {
  const group = makeSecurityGroup(module, { name: config.name, description: `Makes ${config.userName} in the database`, vpc: network });
  const self = { securityGroupId: group.id };
  allowHttpsOut(module, self);
  connect(module, { name: "database", from: self, to: database, port: database.port, description: `Makes ${config.userName}` });
  return group.id;
}
