import { FargateTask, OneOffTask, ScheduledTask } from "@groundplan/fargate-task";
import type { TerraformStack } from "cdktf";

const home = { accountId: "111111111111", region: "eu-west-1" };

/** A pipeline owns the image: its newest revision cleans up at night, and migrates when the pipeline says so. */
export function nightlyCleanup(stack: TerraformStack): void {
  const task = new FargateTask(stack, "api", {
    ...home,
    name: "shop-prod-api",
    imageOwner: "pipeline",
    repositories: [
      {
        repositoryArn: "arn:aws:ecr:eu-west-1:333333333333:repository/shop/api",
        repositoryUrl: "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api",
      },
    ],
  });
  const place = {
    task,
    followFamily: true,
    cluster: { clusterName: "shop-prod", clusterArn: "arn:aws:ecs:eu-west-1:111111111111:cluster/shop-prod" },
    network: { vpcId: "vpc-0123456789abcdef0", privateSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] },
    securityGroupIds: ["sg-0123456789abcdef0"],
  };
  new ScheduledTask(stack, "cleanup", {
    ...home,
    ...place,
    name: "shop-prod-cleanup",
    schedule: "cron(0 3 * * ? *)",
    timezone: "Europe/Berlin",
    command: ["node", "cleanup.js"],
    alarmTopic: { topicArn: "arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts" },
  });
  new OneOffTask(stack, "migrate", { ...place, parameterName: "/shop/prod/service/api/task/migrate", command: ["node", "migrate.js"] });
}
