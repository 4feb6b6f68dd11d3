import { EcsService } from "@groundplan/ecs-service";
import type { TerraformStack } from "cdktf";
import { account, alarmTopic, cluster, encryptionKey, network } from "./surroundings.js";

/** A worker: as many tasks as a queue's messages need, mostly on Fargate Spot, none while it is empty. */
export function worker(stack: TerraformStack): EcsService {
  return new EcsService(stack, "mailer", {
    ...account,
    name: "shop-prod-mailer",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/mailer:1.4.2",
    command: ["node", "mailer.js"],
    capacity: { base: 1, fargate: 1, spot: 3 },
    scaling: { min: 0, max: 20, cpuPercent: "off", queue: { queueName: "shop-prod-mails", messagesPerTask: 100 } },
    access: {
      mails: { queueArn: "arn:aws:sqs:eu-west-1:111111111111:shop-prod-mails", level: "read" },
      templates: { bucketArn: "arn:aws:s3:::shop-prod-templates", level: "read" },
    },
    cluster,
    network,
    alarmTopic,
    encryptionKey,
  });
}
