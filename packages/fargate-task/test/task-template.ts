import { synthesize, type Template } from "@groundplan/testing";
import type { ContainerDefinition } from "../src/index.js";
import { FargateTask, type FargateTaskProps } from "../src/index.js";

export const given: FargateTaskProps = {
  name: "shop-api",
  accountId: "111111111111",
  region: "eu-west-1",
  image: "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2",
};

/** What a task of the given props synthesizes to. */
export function taskTemplate(props: Partial<FargateTaskProps> = {}): Template {
  return synthesize((stack) => void new FargateTask(stack, "api", { ...given, ...props }));
}

/** The containers of a task definition, by name, as ECS takes them. */
export function containersIn(template: Template, definition = "api"): Readonly<Record<string, ContainerDefinition>> {
  const text = template.resource("aws_ecs_task_definition", definition)["container_definitions"];
  const containers = JSON.parse(String(text)) as readonly ContainerDefinition[];
  return Object.fromEntries(containers.map((container) => [container.name, container]));
}

/** The one of the given name, of a task of the given props. */
export function containerOf(props: Partial<FargateTaskProps>, name = "app"): ContainerDefinition {
  const container = containersIn(taskTemplate(props))[name];
  if (container === undefined) throw new Error(`there is no container "${name}"`);
  return container;
}

/** A key that stands elsewhere, so that a task makes none. */
export const encryptionKey = { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/0" };

const secretsKey = "arn:aws:kms:eu-west-1:111111111111:key/1";

/** Everything set: as much as goes together. */
export const everything: Partial<FargateTaskProps> = {
  image: "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api@sha256:0000000000000000000000000000000000000000000000000000000000000000",
  size: { cpu: "1 vCPU", memory: "2 GB" },
  architecture: "ARM64",
  ephemeralStorageGib: 30,
  containerName: "api",
  command: ["serve"],
  entryPoint: ["/bin/api"],
  workingDirectory: "/srv",
  port: 8080,
  appProtocol: "http",
  environment: { LOG_LEVEL: "info", CACHE: "/cache" },
  secrets: {
    DATABASE_PASSWORD: {
      secretArn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/database-AbC123",
      jsonKey: "password",
      versionStage: "AWSCURRENT",
      keyArn: secretsKey,
    },
    TOKEN: { secretArn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/token" },
    FLAGS: { parameterName: "/shop/flags" },
    LICENCE: { parameterArn: "arn:aws:ssm:eu-west-1:111111111111:parameter/shop/licence", keyArn: secretsKey },
  },
  healthCheck: { command: ["/bin/api", "health"], startPeriodSeconds: 10 },
  stopTimeoutSeconds: 60,
  user: "1001",
  writablePaths: ["/tmp", "/var/run"],
  keepCapabilities: ["NET_BIND_SERVICE"],
  mounts: { "/files": { volume: "files" }, "/cache": { volume: "cache" }, "/templates": { volume: "templates", readOnly: true } },
  openFilesLimit: 100_000,
  dependsOn: { warm: "HEALTHY", migrate: "SUCCESS" },
  sidecars: {
    warm: {
      image: "public.ecr.aws/docker/library/redis:7.4.2",
      port: 6379,
      cpu: 128,
      memory: 256,
      healthCheck: { command: "redis-cli ping" },
      mounts: { "/data": { volume: "cache" } },
    },
    migrate: {
      image: "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/migrate:1.4.2",
      essential: false,
      runAsRoot: true,
      readOnlyRoot: false,
      secrets: { DATABASE_PASSWORD: { secretArn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/database-AbC123" } },
    },
  },
  volumes: {
    cache: {},
    files: { efs: { fileSystemId: "fs-0123456789abcdef0", accessPointId: "fsap-0123456789abcdef0" } },
    templates: { efs: { fileSystemId: "fs-0123456789abcdef1", accessPointId: "fsap-0123456789abcdef1" } },
  },
  logs: {
    retentionDays: 90,
    firelens: {
      options: { Name: "firehose", region: "eu-west-1", delivery_stream: "shop-logs" },
      secretOptions: { apikey: { secretArn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/vendor-x1Y2z3" } },
      deliveryStreamArns: ["arn:aws:firehose:eu-west-1:111111111111:deliverystream/shop-logs"],
      logGroupArns: ["arn:aws:logs:eu-west-1:111111111111:log-group:/shop/central"],
    },
  },
  tracing: true,
  access: {
    uploads: { bucketArn: "arn:aws:s3:::shop-uploads", level: "readWrite", keyArn: secretsKey },
    orders: { tableArn: "arn:aws:dynamodb:eu-west-1:111111111111:table/orders" },
    jobs: { queueArn: "arn:aws:sqs:eu-west-1:111111111111:jobs", level: "write" },
    events: { topicArn: "arn:aws:sns:eu-west-1:111111111111:events", level: "write" },
    signing: { secretArn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/signing-A1b2C3" },
    settings: { parameterArn: "arn:aws:ssm:eu-west-1:111111111111:parameter/shop/settings" },
  },
  encryptionKey,
};
