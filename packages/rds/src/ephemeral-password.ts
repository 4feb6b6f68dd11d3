import { TerraformElement } from "cdktf";
import type { Construct } from "constructs";

/**
 * A random password that Terraform hands on to write-only arguments and keeps nowhere: it is in no plan, no state and no JSON.
 * Another one comes with every run; what takes it does so when its version is raised, and else not.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/ephemeral
 */
export class EphemeralPassword extends TerraformElement {
  // cdktf knows no ephemeral resources
  constructor(scope: Construct, id: string) {
    super(scope, id);
  }

  /** The password, for an argument that is write-only. */
  get value(): string {
    return `\${ephemeral.${type}.${this.friendlyUniqueId}.random_password}`;
  }

  override toTerraform(): object {
    return { ephemeral: { [type]: { [this.friendlyUniqueId]: setting } } };
  }
}

const type = "aws_secretsmanager_random_password";

// MySQL takes 41 characters at most, and none of the engines every punctuation mark.
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
const setting = { password_length: 40, exclude_punctuation: true };
