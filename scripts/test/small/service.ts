import { accountId, region, type SmallStack } from "./estate.js";

/** A service of the smallest kind: one task in one subnet, without a load balancer. */
export interface SmallService {
  readonly imageOwner: "terraform" | "pipeline";
  readonly image: string;
  readonly command?: readonly string[];
  readonly production?: boolean;
}

export const repositoryUrl = `${accountId}.dkr.ecr.${region}.amazonaws.com/small/api`;
export const parameterName = "/small/dev/service/api";

/** What the emulator runs, and nothing else: a line to the log, and an exit code. */
export const program = (text: string, exitCode: number) => ["sh", "-c", `echo ${text}; exit ${exitCode}`];

/** `dev-service-api`, as a stack with a service publishes and writes it down. */
export function serviceStack(service: SmallService): SmallStack {
  const isPipeline = service.imageOwner === "pipeline";
  const definitions = isPipeline
    ? { api_template: definition("api-template", service), api: { ...definition("api", service), lifecycle: { ignore_changes: "all" } } }
    : { api: definition("api", service) };
  return {
    stack: "dev-service-api",
    layer: "service",
    entry: "api",
    ...(service.production === undefined ? {} : { production: service.production }),
    contract: { serviceName: "api", clusterName: "small", parameterName },
    resources: {
      ...surroundings,
      aws_ecs_task_definition: definitions,
      aws_ecs_service: { api: running(isPipeline) },
      aws_ssm_parameter: {
        service: { name: parameterName, type: "String", value: "${jsonencode(local.service)}" },
        migrate: { name: `${parameterName}/task/migrate`, type: "String", value: "${jsonencode(local.migrate)}" },
        broken: { name: `${parameterName}/task/broken`, type: "String", value: "${jsonencode(local.broken)}" },
      },
    },
    more: { locals: locals(service) },
  };
}

/** What a service stands in. */
export const surroundings = {
  aws_vpc: { small: { cidr_block: "10.0.0.0/16" } },
  aws_subnet: { small: { vpc_id: "${aws_vpc.small.id}", cidr_block: "10.0.0.0/24", availability_zone: `${region}a` } },
  aws_security_group: { small: { name: "small", vpc_id: "${aws_vpc.small.id}" } },
  aws_cloudwatch_log_group: { small: { name: "/small/api" } },
  aws_ecs_cluster: { small: { name: "small" } },
  aws_iam_role: {
    execution: {
      name: "small-execution",
      assume_role_policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
      }),
    },
  },
};

export function definition(family: string, { image, command }: Pick<SmallService, "image" | "command">): object {
  const container = {
    name: "web",
    image,
    essential: true,
    ...(command === undefined ? {} : { command }),
    logConfiguration: {
      logDriver: "awslogs",
      options: { "awslogs-group": "/small/api", "awslogs-region": region, "awslogs-stream-prefix": "api" },
    },
  };
  return {
    family,
    cpu: "256",
    memory: "512",
    network_mode: "awsvpc",
    requires_compatibilities: ["FARGATE"],
    execution_role_arn: "${aws_iam_role.execution.arn}",
    skip_destroy: true,
    container_definitions: JSON.stringify([container]),
    // without the group, a task would not start
    depends_on: ["aws_cloudwatch_log_group.small"],
  };
}

function running(isPipeline: boolean): object {
  return {
    name: "api",
    cluster: "${aws_ecs_cluster.small.arn}",
    task_definition: "${aws_ecs_task_definition.api.arn}",
    desired_count: 1,
    launch_type: "FARGATE",
    deployment_circuit_breaker: { enable: true, rollback: true },
    network_configuration: { subnets: ["${aws_subnet.small.id}"], security_groups: ["${aws_security_group.small.id}"] },
    ...(isPipeline ? { lifecycle: { ignore_changes: ["task_definition"] } } : {}),
  };
}

function locals({ imageOwner }: SmallService): Readonly<Record<string, unknown>> {
  const networkConfiguration = {
    awsvpcConfiguration: {
      subnets: ["${aws_subnet.small.id}"],
      securityGroups: ["${aws_security_group.small.id}"],
      assignPublicIp: "DISABLED",
    },
  };
  const runTask = (command: readonly string[]) => ({
    ...{ cluster: "${aws_ecs_cluster.small.name}", taskDefinition: "${aws_ecs_service.api.name}", launchType: "FARGATE", count: 1 },
    networkConfiguration,
    overrides: { containerOverrides: [{ name: "web", command }] },
  });
  return {
    service: {
      ...{ service: "${aws_ecs_service.api.name}", cluster: "${aws_ecs_cluster.small.name}", family: "api", imageOwner, repositoryUrl },
      revision: imageOwner === "pipeline" ? "${aws_ecs_task_definition.api_template.arn}" : "${aws_ecs_task_definition.api.arn}",
      ...{ container: "web", port: null, deployment: "rolling", codeDeploy: null, capacityProviderStrategy: [], logGroup: "/small/api" },
      subnets: ["${aws_subnet.small.id}"],
      securityGroups: ["${aws_security_group.small.id}"],
    },
    migrate: runTask(program("migrated", 0)),
    broken: runTask(program("cannot migrate", 2)),
  };
}
