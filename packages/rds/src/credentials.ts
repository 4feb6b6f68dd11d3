import type { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import { SecretsmanagerSecretRotation } from "@cdktf/provider-aws/lib/secretsmanager-secret-rotation/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { PasswordSecret } from "./password-secret.js";
import type { RotatingSecret } from "./stale-secrets.js";

/** A secret's whereabouts. */
export interface MasterSecret {
  readonly secretArn: string;
  readonly keyArn: string;
  /** `undefined` where nobody changes it but us. */
  readonly rotates: RotatingSecret | undefined;
}

/** Where the master's password comes from: the arguments of an instance and of a cluster, and what follows when it stands. */
export interface Credentials {
  readonly ofInstance: Readonly<Record<string, unknown>>;
  readonly ofCluster: Readonly<Record<string, unknown>>;
  readonly finish: (database: DbInstance | RdsCluster) => MasterSecret;
}

export function credentialsOf(blueprint: Blueprint, keyArn: string): Credentials {
  return blueprint.config.master.secret === "managed" ? managed(blueprint, keyArn) : writeOnly(blueprint, keyArn);
}

function managed(blueprint: Blueprint, keyArn: string): Credentials {
  const { master } = blueprint.config;
  const secret = { manageMasterUserPassword: true, masterUserSecretKmsKeyId: keyArn };
  return {
    ofInstance: { username: master.userName, ...secret },
    ofCluster: { masterUsername: master.userName, ...secret },
    finish: (database) => {
      const secretArn = database.masterUserSecret.get(0).secretArn;
      return { secretArn, keyArn, rotates: rotate(blueprint, secretArn) };
    },
  };
}

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
function rotate({ module, config }: Blueprint, secretArn: string): RotatingSecret | undefined {
  if (config.master.secret !== "managed" || config.master.rotateAfterDays === "off") return undefined;
  const days = config.master.rotateAfterDays;
  address(
    new SecretsmanagerSecretRotation(module, "rotation", {
      secretId: secretArn,
      // a change of days is no reason for another password
      rotateImmediately: false,
      rotationRules: { automaticallyAfterDays: days },
    }),
    module,
    "master",
  );
  return { secretArn, days };
}

function writeOnly({ module, config }: Blueprint, keyArn: string): Credentials {
  const { name, protect, master } = config;
  const passwordVersion = master.secret === "writeOnly" ? master.passwordVersion : 1;
  const secret = new PasswordSecret(module, {
    name: `${name}-master`,
    userName: master.userName,
    description: `The master of the database ${name}`,
    keyArn,
    suffix: ["master"],
    passwordVersion,
    protect,
  });
  const password = secret.password.value;
  return {
    ofInstance: { username: master.userName, passwordWo: password, passwordWoVersion: passwordVersion },
    ofCluster: { masterUsername: master.userName, masterPasswordWo: password, masterPasswordWoVersion: passwordVersion },
    finish: (database) => {
      secret.write([database]);
      return { secretArn: secret.secret.arn, keyArn, rotates: undefined };
    },
  };
}
