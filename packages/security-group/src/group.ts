import { SecurityGroup as AwsSecurityGroup, type SecurityGroupConfig } from "@cdktf/provider-aws/lib/security-group/index.js";
import { address, awsName, type Vpc } from "@groundplan/core";
import type { Construct } from "constructs";

/** What a group is made from. */
export interface GroupSetting {
  /** The group's name begins with it; AWS adds what makes it unique, so that a group can be replaced while it is in use. */
  readonly name: string;
  /** What stands behind the group; AWS never lets it be changed in place. */
  readonly description: string;
  readonly vpc: Vpc;
  /** Ends the address, where a module has more than one group. */
  readonly suffix?: string | undefined;
  readonly overrides?: Partial<SecurityGroupConfig> | undefined;
}

/**
 * A group without a rule: nothing comes in, nothing goes out. Rules are resources of their own, beside whoever needs them.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export function makeSecurityGroup(module: Construct, setting: GroupSetting): AwsSecurityGroup {
  const { name, description, vpc, suffix, overrides } = setting;
  const ends = suffix === undefined ? [] : [suffix];
  return address(
    new AwsSecurityGroup(module, ["security-group", ...ends].join("-"), {
      namePrefix: `${awsName("aws_security_group", name)}-`,
      description,
      vpcId: vpc.vpcId,
      tags: { Name: name },
      lifecycle: { createBeforeDestroy: true },
      ...overrides,
    }),
    module,
    ...ends,
  );
}
