import { EcsService } from "@groundplan/ecs-service";
import type { TerraformStack } from "cdktf";
import { account, alarmTopic, cluster, encryptionKey, logBucket, network, zone } from "./surroundings.js";

const secretArn = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/prod/store-a1b2c3";
const repository = {
  repositoryArn: "arn:aws:ecr:eu-west-1:333333333333:repository/shop/store",
  repositoryUrl: "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/store",
};

/** A store whose image a pipeline owns: everything set, as far as it goes together. */
export function store(stack: TerraformStack): EcsService {
  const service = new EcsService(stack, "store", {
    ...account,
    name: "shop-prod-store",
    imageOwner: "pipeline",
    size: { cpu: "1 vCPU", memory: "2 GB" },
    architecture: "ARM64",
    port: 8080,
    appProtocol: "http",
    environment: { LOG_LEVEL: "info" },
    secrets: { DB_PASSWORD: { secretArn, jsonKey: "password", keyArn: encryptionKey.keyArn } },
    healthCheck: { command: ["/bin/healthy"], startPeriodSeconds: 30 },
    readOnlyRoot: false,
    tracing: true,
    loadBalancer: "public",
    hosts: ["store.shop.example.com", "*.store.shop.example.com"],
    targetGroup: { healthCheck: { path: "/health", intervalSeconds: 15 }, stickiness: {}, deregistrationDelaySeconds: 120 },
    ownLoadBalancer: { idleTimeoutSeconds: 120, dualStack: true },
    ownWebAcl: { rateLimit: 5000 },
    deployment: { kind: "rolling", maximumPercent: 150, rollbackOnAlarms: true },
    scaling: {
      min: 3,
      max: 30,
      cpuPercent: 50,
      memoryPercent: 70,
      schedules: { sale: { schedule: "cron(0 7 * * ? *)", min: 10, max: 60 } },
    },
    capacity: { base: 3, fargate: 1, spot: 1 },
    serviceConnect: {},
    executeCommand: "on",
    alarms: { serverErrorPercent: 1, p95LatencySeconds: { anomalyBand: 3 } },
    access: { uploads: { bucketArn: "arn:aws:s3:::shop-prod-uploads", level: "readWrite" } },
    scheduledTasks: { cleanup: { schedule: "cron(0 3 * * ? *)", timezone: "Europe/Berlin", command: ["node", "cleanup.js"] } },
    oneOffTasks: { migrate: { command: ["node", "migrate.js"] } },
    parameterName: "/shop/prod/service/store",
    cluster,
    network,
    zone,
    logBucket,
    alarmTopic,
    encryptionKey,
    repositories: [repository],
    peers: { cache: { group: { securityGroupId: "sg-0123456789abcdef1" }, port: 6379 } },
    overrides: { service: { platformVersion: "1.4.0" } },
  });
  service.connectTo("database", { securityGroupId: "sg-0123456789abcdef2" }, 5432);
  return service;
}
