import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret/index.js";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version/index.js";
import { address } from "@groundplan/core";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { EphemeralPassword } from "./ephemeral-password.js";

/** What a secret is made from. */
export interface PasswordSecretSetting {
  /** Its name begins with it; AWS keeps a deleted secret's name for weeks, so that each has its own end. */
  readonly name: string;
  /** Whose password it holds. */
  readonly userName: string;
  readonly description: string;
  readonly keyArn: string;
  /** Ends the address. */
  readonly suffix: readonly string[];
  /** Raised, it makes another password. */
  readonly passwordVersion: number;
  readonly protect: boolean;
}

/** A secret that holds a user's name and password, as RDS Proxy and AWS's drivers read it. */
export class PasswordSecret {
  readonly password: EphemeralPassword;
  readonly secret: SecretsmanagerSecret;

  constructor(
    private readonly module: Construct,
    private readonly setting: PasswordSecretSetting,
  ) {
    const { name, description, keyArn, suffix, protect } = setting;
    const ends = suffix.join("-");
    this.password = address(new EphemeralPassword(module, `password-${ends}`), module, ...suffix);
    this.secret = address(
      new SecretsmanagerSecret(module, `secret-${ends}`, {
        namePrefix: `${name}-`,
        description,
        kmsKeyId: keyArn,
        recoveryWindowInDays: protect ? 30 : 0,
        lifecycle: { preventDestroy: protect },
      }),
      module,
      ...suffix,
    );
  }

  /**
   * Writes the password down.
   *
   * @param dependsOn takes the password first: a database that could not be made must not leave a secret that is not its own,
   * since both are only written where their version is new
   */
  write(dependsOn: readonly ITerraformDependable[] = []): SecretsmanagerSecretVersion {
    const { userName, suffix, passwordVersion } = this.setting;
    return address(
      new SecretsmanagerSecretVersion(this.module, `secret-version-${suffix.join("-")}`, {
        secretId: this.secret.id,
        secretStringWo: JSON.stringify({ username: userName, password: this.password.value }),
        secretStringWoVersion: passwordVersion,
        ...(dependsOn.length === 0 ? {} : { dependsOn: [...dependsOn] }),
      }),
      this.module,
      ...suffix,
    );
  }
}
