import { FargateTask } from "@groundplan/fargate-task";
import type { TerraformStack } from "cdktf";

const account = "111111111111";
const place = `eu-west-1:${account}`;

/** A worker on Graviton: files on EFS, a cache beside it, traces, lines to Firehose, and what it may use of AWS. */
export function thumbnailTask(stack: TerraformStack): FargateTask {
  return new FargateTask(stack, "thumbnails", {
    name: "shop-prod-thumbnails",
    accountId: account,
    region: "eu-west-1",
    image: "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/thumbnails:2.0.1",
    size: { cpu: "2 vCPU", memory: "4 GB" },
    architecture: "ARM64",
    environment: { CACHE_URL: "redis://127.0.0.1:6379" },
    writablePaths: ["/scratch"],
    mounts: { "/originals": { volume: "originals", readOnly: true } },
    volumes: { originals: { efs: { fileSystemId: "fs-0123456789abcdef0", accessPointId: "fsap-0123456789abcdef0" } } },
    dependsOn: { cache: "HEALTHY" },
    sidecars: {
      cache: {
        image: "public.ecr.aws/docker/library/redis:7.4.2-alpine",
        command: ["redis-server", "--save", ""],
        port: 6379,
        memory: 512,
        healthCheck: { command: ["redis-cli", "ping"], startPeriodSeconds: 5 },
      },
    },
    access: {
      jobs: { queueArn: `arn:aws:sqs:${place}:thumbnail-jobs`, level: "read" },
      thumbnails: { bucketArn: "arn:aws:s3:::shop-prod-thumbnails", level: "write" },
    },
    tracing: true,
    logs: {
      firelens: {
        options: { Name: "firehose", region: "eu-west-1", delivery_stream: "shop-logs" },
        deliveryStreamArns: [`arn:aws:firehose:${place}:deliverystream/shop-logs`],
      },
    },
  });
}
