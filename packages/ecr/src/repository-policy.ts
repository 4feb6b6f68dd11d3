import type { PolicyStatement } from "@groundplan/core";
import type { ImageRepositoryConfig } from "./config.js";

type Access = Pick<ImageRepositoryConfig, "pullAccountIds" | "pushRoleArns">;
type RepositoryStatement = Omit<PolicyStatement, "Resource">;

/** The statements of a repository's policy; it names no resource. The owner's own roles are let in by IAM. */
export function repositoryPolicy({ pullAccountIds, pushRoleArns }: Access): RepositoryStatement[] {
  return [
    ...(pullAccountIds.length === 0 ? [] : [accountsPull([...new Set(pullAccountIds)].sort())]),
    ...(pushRoleArns.length === 0 ? [] : [rolesPush([...new Set(pushRoleArns)].sort())]),
  ];
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html */
const pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer"];

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html */
const push = ["ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"];

function accountsPull(accountIds: readonly string[]): RepositoryStatement {
  return { Sid: "AccountsPull", Effect: "Allow", Principal: { AWS: accountIds.map(rootOf) }, Action: pull };
}

// ECR refuses a policy that names a role which does not exist; the account does, and the condition holds it to the role.
function rolesPush(roleArns: readonly string[]): RepositoryStatement {
  const accountIds = [...new Set(roleArns.map((roleArn) => roleArn.split(":")[4] ?? ""))];
  return {
    Sid: "RolesPush",
    Effect: "Allow",
    Principal: { AWS: accountIds.map(rootOf) },
    Action: [...pull, ...push].sort(),
    Condition: { ArnEquals: { "aws:PrincipalArn": roleArns } },
  };
}

const rootOf = (accountId: string): string => `arn:aws:iam::${accountId}:root`;
