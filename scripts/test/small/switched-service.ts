import { region, type SmallStack } from "./estate.js";
import { definition, parameterName, repositoryUrl, surroundings } from "./service.js";

const port = 8080;

/** `dev-service-api` behind a load balancer, its traffic switched by CodeDeploy; the image is Terraform's. */
export function switchedServiceStack(image: string): SmallStack {
  return {
    stack: "dev-service-api",
    layer: "service",
    entry: "api",
    contract: { serviceName: "api", clusterName: "small", parameterName },
    resources: {
      ...surroundings,
      aws_subnet: Object.fromEntries(["a", "b"].map((zone, index) => [zone, subnet(zone, index)])),
      ...balanced,
      aws_iam_role: { ...surroundings.aws_iam_role, codedeploy: role("codedeploy") },
      aws_ecs_task_definition: { api: listening(image) },
      aws_ecs_service: { api: service },
      ...switching,
      aws_ssm_parameter: { service: { name: parameterName, type: "String", value: "${jsonencode(local.service)}" } },
    },
    more: { locals: { service: told } },
  };
}

const subnets = ["${aws_subnet.a.id}", "${aws_subnet.b.id}"];
const securityGroups = ["${aws_security_group.small.id}"];
const blue = "${aws_lb_target_group.blue.arn}";

function subnet(zone: string, index: number): object {
  return { vpc_id: "${aws_vpc.small.id}", cidr_block: `10.0.${index}.0/24`, availability_zone: `${region}${zone}` };
}

function role(service: string): object {
  const trust = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: `${service}.amazonaws.com` } };
  return { name: `small-${service}`, assume_role_policy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }) };
}

const group = (name: string) => ({ name, port, protocol: "HTTP", target_type: "ip", vpc_id: "${aws_vpc.small.id}" });

const balanced = {
  aws_lb: { small: { name: "small", internal: true, subnets, security_groups: securityGroups } },
  aws_lb_target_group: { blue: group("blue"), green: group("green") },
  aws_lb_listener: {
    small: {
      load_balancer_arn: "${aws_lb.small.arn}",
      ...{ port: 80, protocol: "HTTP" },
      default_action: { type: "forward", target_group_arn: blue },
      lifecycle: { ignore_changes: ["default_action"] },
    },
  },
};

function listening(image: string): object {
  const made = definition("api", { image });
  if (!("container_definitions" in made)) throw new TypeError("a task definition without containers");
  const [container] = JSON.parse(String(made.container_definitions)) as object[];
  return {
    ...made,
    container_definitions: JSON.stringify([{ ...container, portMappings: [{ containerPort: port, hostPort: port, protocol: "tcp" }] }]),
  };
}

const service = {
  name: "api",
  cluster: "${aws_ecs_cluster.small.arn}",
  task_definition: "${aws_ecs_task_definition.api.arn}",
  desired_count: 1,
  capacity_provider_strategy: [{ capacity_provider: "FARGATE", base: 1, weight: 1 }],
  deployment_controller: { type: "CODE_DEPLOY" },
  network_configuration: { subnets, security_groups: securityGroups },
  load_balancer: [{ target_group_arn: blue, container_name: "web", container_port: port }],
  lifecycle: { ignore_changes: ["task_definition", "load_balancer", "network_configuration", "capacity_provider_strategy"] },
  depends_on: ["aws_lb_listener.small", "aws_ecs_cluster_capacity_providers.small"],
};

const switching = {
  aws_ecs_cluster_capacity_providers: { small: { cluster_name: "${aws_ecs_cluster.small.name}", capacity_providers: ["FARGATE"] } },
  aws_codedeploy_app: { api: { name: "api", compute_platform: "ECS" } },
  aws_codedeploy_deployment_group: {
    api: {
      app_name: "${aws_codedeploy_app.api.name}",
      deployment_group_name: "api",
      service_role_arn: "${aws_iam_role.codedeploy.arn}",
      deployment_config_name: "CodeDeployDefault.ECSAllAtOnce",
      auto_rollback_configuration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
      blue_green_deployment_config: {
        deployment_ready_option: { action_on_timeout: "CONTINUE_DEPLOYMENT" },
        terminate_blue_instances_on_deployment_success: { action: "TERMINATE", termination_wait_time_in_minutes: 0 },
      },
      deployment_style: { deployment_option: "WITH_TRAFFIC_CONTROL", deployment_type: "BLUE_GREEN" },
      ecs_service: { cluster_name: "${aws_ecs_cluster.small.name}", service_name: "${aws_ecs_service.api.name}" },
      load_balancer_info: {
        target_group_pair_info: {
          prod_traffic_route: { listener_arns: ["${aws_lb_listener.small.arn}"] },
          target_group: [{ name: "${aws_lb_target_group.blue.name}" }, { name: "${aws_lb_target_group.green.name}" }],
        },
      },
    },
  },
};

const told = {
  ...{
    service: "${aws_ecs_service.api.name}",
    cluster: "${aws_ecs_cluster.small.name}",
    family: "api",
    imageOwner: "terraform",
    repositoryUrl,
  },
  ...{ revision: "${aws_ecs_task_definition.api.arn}", container: "web", port, deployment: "blueGreen", logGroup: "/small/api" },
  codeDeploy: {
    application: "${aws_codedeploy_app.api.name}",
    deploymentGroup: "${aws_codedeploy_deployment_group.api.deployment_group_name}",
  },
  capacityProviderStrategy: [{ capacityProvider: "FARGATE", base: 1, weight: 1 }],
  ...{ subnets, securityGroups },
};
