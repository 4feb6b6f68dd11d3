import type { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import type { CodeDeploy } from "@aws-sdk/client-codedeploy";
import type { ECR } from "@aws-sdk/client-ecr";
import type { ECS } from "@aws-sdk/client-ecs";
import type { SSM } from "@aws-sdk/client-ssm";
import type { AwsAccess } from "../aws/access.js";
import { type Regional, regional } from "../aws/regional.js";

/** The AWS services that a deployment speaks to, each loaded where it is first asked: most commands need none. */
export class Clients {
  readonly ecs: Regional<ECS>;
  readonly codeDeploy: Regional<CodeDeploy>;
  readonly ssm: Regional<SSM>;
  readonly logs: Regional<CloudWatchLogs>;
  readonly ecr: Regional<ECR>;

  constructor(access: AwsAccess) {
    this.ecs = regional(access, async (config) => new (await import("@aws-sdk/client-ecs")).ECS(config));
    this.codeDeploy = regional(access, async (config) => new (await import("@aws-sdk/client-codedeploy")).CodeDeploy(config));
    this.ssm = regional(access, async (config) => new (await import("@aws-sdk/client-ssm")).SSM(config));
    this.logs = regional(access, async (config) => new (await import("@aws-sdk/client-cloudwatch-logs")).CloudWatchLogs(config));
    this.ecr = regional(access, async (config) => new (await import("@aws-sdk/client-ecr")).ECR(config));
  }
}
