import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, awsName, type PolicyStatement, policyDocument, serviceTrust } from "@groundplan/core";
import type { Construct } from "constructs";
import type { TaskConfig } from "./schema/task.js";

/** A role that ECS's tasks of this account and region assume; what it may do is told beside what needs it. */
export function makeRole(module: Construct, task: TaskConfig, purpose: "execution" | "task"): IamRole {
  const { name, accountId, region } = task;
  return address(
    new IamRole(module, `${purpose}-role`, {
      name: awsName("aws_iam_role", name, region, purpose),
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
      assumeRolePolicy: serviceTrust("ecs-tasks.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:ecs:${region}:${accountId}:*` },
      }),
    }),
    module,
    purpose,
  );
}

/** A policy of a role, and where it stands. */
export interface Grant {
  readonly module: Construct;
  readonly role: IamRole;
  /** Ends the address, after the role's: `task`, `task_uploads`. */
  readonly suffix: readonly string[];
  readonly name: string;
}

export function makePolicy({ module, role, suffix, name }: Grant, statements: readonly PolicyStatement[]): IamRolePolicy {
  return address(
    new IamRolePolicy(module, `${suffix.join("-")}-policy`, { name, role: role.name, policy: policyDocument(...statements) }),
    module,
    ...suffix,
  );
}
