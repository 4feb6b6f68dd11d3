import type { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, awsName, policyDocument } from "@groundplan/core";
import type { BoundedBlueprint } from "../blueprint.js";
import { planStatements } from "./pipeline-statements.js";
import { makeRole } from "./role.js";
import { workflowTrust } from "./trust.js";

/** The roles that workflows plan and apply by. */
export interface PipelineRoles {
  readonly plan: IamRole;
  readonly apply: IamRole;
}

/** A plan reads, and locks; an apply does what the boundary leaves it. */
export function makePipelineRoles(
  blueprint: BoundedBlueprint,
  providers: ReadonlyMap<string, IamOpenidConnectProvider>,
): PipelineRoles | undefined {
  const { module, config } = blueprint;
  const { pipelines } = config.identity;
  const provider = providers.get("github");
  if (pipelines === undefined || provider === undefined) return undefined;
  const { repository, environments, maxSessionHours } = pipelines;
  const role = (key: "plan" | "apply", policy: string): IamRole => {
    const subjects = environments.map((name) => `repo:${repository.replace("github.com/", "")}:environment:${key}-${name}`);
    const name = awsName("aws_iam_role", config.name, key);
    const description = `Workflows of ${repository} that ${key}`;
    return makeRole(blueprint, {
      key,
      name,
      description,
      trust: workflowTrust(provider.arn, subjects),
      maxSessionHours,
      policies: [policy],
    });
  };
  const roles = { plan: role("plan", "ReadOnlyAccess"), apply: role("apply", "AdministratorAccess") };
  const policy = policyDocument(...planStatements(config, environments));
  address(new IamRolePolicy(module, "role-plan-policy", { name: "plan", role: roles.plan.name, policy }), module, "plan");
  return roles;
}
