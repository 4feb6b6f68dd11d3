import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, awsName, type PolicyStatement, policyDocument, serviceTrust } from "@groundplan/core";
import type { Construct } from "constructs";

/** What CodeDeploy may touch. */
export interface CodedeployScope {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly clusterName: string;
  readonly listenerArns: readonly string[];
  readonly listenerRuleArns: readonly string[];
  readonly passedRoleArns: readonly string[];
}

/** The role, and what it may do. */
export interface CodedeployRole {
  readonly role: IamRole;
  readonly policy: IamRolePolicy;
}

/**
 * The role by which CodeDeploy moves this service: what AWSCodeDeployRoleForECSLimited says, held to this service, its listeners and roles.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForECSLimited.html
 */
export function makeCodedeployRole(module: Construct, scope: CodedeployScope): CodedeployRole {
  const { name, region, accountId } = scope;
  const role = address(
    new IamRole(module, "codedeploy-role", {
      name: awsName("aws_iam_role", name, region, "codedeploy"),
      assumeRolePolicy: serviceTrust("codedeploy.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:codedeploy:${region}:${accountId}:deploymentgroup:*` },
      }),
    }),
    module,
    "codedeploy",
  );
  const policy = policyDocument(...statements(scope));
  const inline = new IamRolePolicy(module, "codedeploy-policy", { name: "deploy", role: role.name, policy });
  return { role, policy: address(inline, module, "codedeploy") };
}

function statements(scope: CodedeployScope): PolicyStatement[] {
  return [movesTasks(scope), looksAtAlarms(scope), looksAtListeners(), movesTraffic(scope), passesTheTasksRoles(scope)];
}

function movesTasks({ name, accountId, region, clusterName }: CodedeployScope): PolicyStatement {
  const inCluster = (kind: string) => `arn:aws:ecs:${region}:${accountId}:${kind}/${clusterName}/${name}`;
  return {
    Sid: "MovesTasks",
    Effect: "Allow",
    Action: ["ecs:CreateTaskSet", "ecs:DeleteTaskSet", "ecs:DescribeServices", "ecs:UpdateServicePrimaryTaskSet"],
    Resource: [inCluster("service"), `${inCluster("task-set")}/*`],
  };
}

function looksAtAlarms({ name, accountId, region }: CodedeployScope): PolicyStatement {
  return {
    Sid: "LooksAtAlarms",
    Effect: "Allow",
    Action: ["cloudwatch:DescribeAlarms"],
    Resource: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}-*`,
  };
}

// AWS narrows none of these to a resource.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
function looksAtListeners(): PolicyStatement {
  return {
    Sid: "LooksAtListeners",
    Effect: "Allow",
    Action: ["elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTargetGroups"],
    Resource: "*",
  };
}

function movesTraffic({ listenerArns, listenerRuleArns }: CodedeployScope): PolicyStatement {
  return {
    Sid: "MovesTraffic",
    Effect: "Allow",
    Action: ["elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyRule"],
    Resource: [...listenerArns, ...listenerRuleArns],
  };
}

function passesTheTasksRoles({ passedRoleArns }: CodedeployScope): PolicyStatement {
  return {
    Sid: "PassesTheTasksRoles",
    Effect: "Allow",
    Action: ["iam:PassRole"],
    Resource: passedRoleArns,
    Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
  };
}
