import { IamGroup } from "@cdktf/provider-aws/lib/iam-group/index.js";
import { IamGroupPolicy } from "@cdktf/provider-aws/lib/iam-group-policy/index.js";
import { IamGroupPolicyAttachment } from "@cdktf/provider-aws/lib/iam-group-policy-attachment/index.js";
import type { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import { address, policyDocument } from "@groundplan/core";
import { type AccountBlueprint, adopt } from "../blueprint.js";
import type { AccountBaselineConfig } from "../schema/baseline.js";
import { policyArn, roleArn } from "./names.js";
import { shortName } from "./role.js";

type Group = AccountBaselineConfig["identity"]["groups"][string];

/** Groups by name: what users may, they may by these. */
export function makeGroups(blueprint: AccountBlueprint, secondFactor: IamPolicy | undefined): ReadonlyMap<string, IamGroup> {
  const { module, config } = blueprint;
  return new Map(
    Object.entries(config.identity.groups).map(([name, setting]) => {
      const existing = config.existing.groups.includes(name) ? name : undefined;
      const group = adopt(address(new IamGroup(module, `group-${name}`, { name }), module, name), existing);
      const attach = (suffix: string, policyArn: string): void => {
        const attachment = new IamGroupPolicyAttachment(module, `group-${name}-${suffix}`, { group: group.name, policyArn });
        address(attachment, module, name, suffix);
      };
      if (secondFactor !== undefined) attach("second_factor", secondFactor.arn);
      setting.policies.forEach((policy) => void attach(shortName(policy), policyArn(policy)));
      letAssume(blueprint, group, { name, setting });
      return [name, group];
    }),
  );
}

function letAssume(
  { module, config }: AccountBlueprint,
  group: IamGroup,
  { name, setting }: { readonly name: string; readonly setting: Group },
): void {
  if (setting.roles.length === 0) return;
  const roles = setting.accountIds.flatMap((accountId) => setting.roles.map((role) => roleArn({ name: config.name, accountId }, role)));
  const policy = policyDocument({
    Sid: "AssumesRoles",
    Effect: "Allow",
    Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
    Resource: roles,
  });
  address(new IamGroupPolicy(module, `group-${name}-roles`, { name: "roles", group: group.name, policy }), module, name);
}
