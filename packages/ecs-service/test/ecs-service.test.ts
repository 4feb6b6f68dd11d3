import type { ServiceContract } from "@groundplan/core";
import type { Template } from "@groundplan/testing";
import { synthesize } from "@groundplan/testing";
import { TerraformOutput, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { cluster } from "../examples/surroundings.js";
import { EcsService } from "../src/index.js";
import { behindIngress, serviceTemplate } from "./service-template.js";

const service = (template: Template) => template.resource("aws_ecs_service");

describe("a service with an image and nothing else", () => {
  it("runs two tasks in private subnets, goes back where new ones fail, and can be destroyed by no plan", () => {
    expect(service(serviceTemplate())).toMatchObject({
      name: "shop-prod-api",
      desired_count: 2,
      network_configuration: {
        subnets: ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"],
        security_groups: ["${aws_security_group.api.id}"],
        assign_public_ip: false,
      },
      capacity_provider_strategy: [{ capacity_provider: "FARGATE", base: 0, weight: 1 }],
      deployment_controller: { type: "ECS" },
      deployment_circuit_breaker: { enable: true, rollback: true },
      availability_zone_rebalancing: "ENABLED",
      enable_execute_command: false,
      enable_ecs_managed_tags: true,
      propagate_tags: "SERVICE",
      lifecycle: { prevent_destroy: true },
    });
  });

  it("has neither a load balancer, nor scaling, nor CodeDeploy, nor a parameter", () => {
    const { addresses } = serviceTemplate();
    expect(addresses.filter((address) => /^aws_(lb|appautoscaling|codedeploy|ssm)/.test(address))).toEqual([]);
    expect(service(serviceTemplate())).not.toHaveProperty("load_balancer");
    expect(service(serviceTemplate())).not.toHaveProperty("health_check_grace_period_seconds");
  });

  it("reaches HTTPS and no other port, and nobody reaches it", () => {
    const template = serviceTemplate();
    const rules = Object.values(template.resources("aws_vpc_security_group_egress_rule"));
    expect(rules.map(({ from_port, to_port }) => [from_port, to_port])).toEqual([
      [443, 443],
      [443, 443],
    ]);
    expect(template.resources("aws_vpc_security_group_ingress_rule")).toEqual({});
  });

  it("is the contract that a stack publishes", () => {
    const template = synthesize((stack) => {
      const base = { name: "shop-api", accountId: "111111111111", region: "eu-west-1", image: "nginx:1.27" };
      const network = { vpcId: "vpc-0a1b", privateSubnetIds: ["subnet-0a1b"] };
      const parameterName = "/shop/api";
      const made: ServiceContract = new EcsService(stack, "api", { ...base, network, cluster, parameterName });
      const { serviceName, clusterName, taskRoleArn, securityGroupId } = made;
      const value = { serviceName, clusterName, parameterName: made.parameterName, taskRoleArn, securityGroupId };
      new TerraformOutput(stack, "contract", { value, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      serviceName: "${aws_ecs_service.api.name}",
      clusterName: "shop-prod",
      parameterName: "${aws_ssm_parameter.api_deployment.name}",
      taskRoleArn: "${aws_iam_role.api_task_task.arn}",
      securityGroupId: "${aws_security_group.api.id}",
    });
  });
});

describe("what a service may reach", () => {
  it("grows by peers that are wired, and by those that it is connected to later", () => {
    const template = synthesize((stack) => {
      const network = { vpcId: "vpc-0a1b", privateSubnetIds: ["subnet-0a1b"] };
      const made = new EcsService(stack, "api", {
        name: "shop-api",
        accountId: "111111111111",
        region: "eu-west-1",
        image: "nginx:1.27",
        cluster,
        network,
        peers: { cache: { group: { securityGroupId: "sg-cache" }, port: 6379 } },
      });
      made.connectTo("database", { securityGroupId: "sg-database" }, 5432);
    });
    expect(template).toHaveResourceAt("aws_vpc_security_group_egress_rule.api_cache", {
      referenced_security_group_id: "sg-cache",
      from_port: 6379,
    });
    expect(template).toHaveResourceAt("aws_vpc_security_group_ingress_rule.api_database", {
      security_group_id: "sg-database",
      referenced_security_group_id: "${aws_security_group.api.id}",
      from_port: 5432,
    });
  });
});

describe("Service Connect", () => {
  it("offers the port by the service's name, and logs beside the containers", () => {
    const template = serviceTemplate({ port: 8080, appProtocol: "http", serviceConnect: { dnsName: "api", port: 80 } });
    expect(service(template)["service_connect_configuration"]).toMatchObject({
      enabled: true,
      namespace: cluster.namespaceArn,
      service: [
        {
          port_name: "app",
          discovery_name: "shop-prod-api",
          client_alias: { dns_name: "api", port: 80 },
          timeout: { idle_timeout_seconds: 3600, per_request_timeout_seconds: 15 },
        },
      ],
      log_configuration: { options: { "awslogs-group": "${aws_cloudwatch_log_group.api_task.name}" } },
    });
  });

  it("ends no request of plain TCP, of which nobody knows where it ends", () => {
    const { service_connect_configuration } = service(serviceTemplate({ port: 6379, serviceConnect: {} }));
    expect(service_connect_configuration).toMatchObject({
      service: [{ client_alias: { dns_name: "shop-prod-api", port: 6379 }, timeout: { idle_timeout_seconds: 3600 } }],
    });
    expect(JSON.stringify(service_connect_configuration)).not.toContain("per_request_timeout_seconds");
  });

  it("finds others without being found, as a client", () => {
    const { service_connect_configuration } = service(serviceTemplate({ serviceConnect: { role: "client" } }));
    expect(service_connect_configuration).not.toHaveProperty("service");
  });
});

describe("execute-command", () => {
  it("gives the task what the agent needs, and logs what is typed", () => {
    const template = serviceTemplate({ executeCommand: "on", readOnlyRoot: false });
    expect(service(template)).toMatchObject({
      enable_execute_command: true,
      depends_on: expect.arrayContaining(["aws_iam_role_policy.api_task_task_execute_command"]),
    });
    const sids = template.iamStatements().map(({ statement }) => statement.Sid);
    expect(sids).toEqual(expect.arrayContaining(["OpensChannels", "LogsWhatIsTyped", "ReadsTheSession"]));
  });
});

describe("tokens", () => {
  it("pass where they only pass through", () => {
    const template = serviceTemplate({
      desiredCount: Token.asNumber("${var.count}"),
      network: { vpcId: "${var.vpc}", privateSubnetIds: Token.asList("${var.subnets}") },
      image: "${var.image}",
      repositories: [],
    });
    expect(service(template)).toMatchObject({ desired_count: "${var.count}" });
  });

  it("are refused where a resource depends on them", () => {
    expect(() => serviceTemplate({ name: "${var.name}" })).toThrow("must be known at synth: other names are made from it");
  });
});

describe("overrides", () => {
  it("win over what the module says", () => {
    const template = serviceTemplate({
      ...behindIngress,
      overrides: { service: { platformVersion: "1.4.0" }, targetGroup: { slowStart: 60 }, securityGroup: { description: "ours" } },
    });
    expect(service(template)).toMatchObject({ platform_version: "1.4.0" });
    expect(template).toHaveResource("aws_lb_target_group", { slow_start: 60 });
    expect(template).toHaveResource("aws_security_group", { description: "ours" });
  });
});
