import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
import { address } from "@groundplan/core";
import type { BoundedBlueprint } from "../blueprint.js";
import { policyArn } from "./names.js";

interface RoleSetting {
  /** What it is called among the baseline's. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly trust: string;
  readonly maxSessionHours: number;
  readonly policies: readonly string[];
}

/** A role for people or pipelines, with the boundary by reference: it has to stand before. */
export function makeRole({ module, overrides, boundaryArn }: BoundedBlueprint, setting: RoleSetting): IamRole {
  const { key, name, description, trust, maxSessionHours, policies } = setting;
  const role = address(
    new IamRole(module, `role-${key}`, {
      name,
      description,
      assumeRolePolicy: trust,
      maxSessionDuration: maxSessionHours * 3600,
      permissionsBoundary: boundaryArn,
      ...overrides.role?.(key),
    }),
    module,
    key,
  );
  policies.forEach((policy) => {
    const attachment = new IamRolePolicyAttachment(module, `role-${key}-${policy}`, { role: role.name, policyArn: policyArn(policy) });
    address(attachment, module, key, shortName(policy));
  });
  return role;
}

/** The last part of a policy's name or ARN. */
export function shortName(policy: string): string {
  return policy.slice(policy.lastIndexOf("/") + 1);
}
