import { FargateTask } from "@groundplan/fargate-task";
import type { TerraformStack } from "cdktf";

/** A web server's task, with a secret. */
export function apiTask(stack: TerraformStack): FargateTask {
  return new FargateTask(stack, "api", {
    name: "shop-prod-api",
    accountId: "111111111111",
    region: "eu-west-1",
    image: "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2",
    size: { cpu: "1 vCPU", memory: "2 GB" },
    port: 8080,
    secrets: {
      DATABASE_PASSWORD: {
        secretArn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/prod/database-AbC123",
        jsonKey: "password",
      },
    },
  });
}
