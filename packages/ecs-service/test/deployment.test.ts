import type { Template } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { ingress } from "../examples/surroundings.js";
import type { EcsServiceData } from "../src/index.js";
import { behindIngress, serviceTemplate, told } from "./service-template.js";

const deployed = (deployment: EcsServiceData["deployment"]): Template =>
  serviceTemplate({ ...behindIngress, deployment, parameterName: "/shop/prod/service/api" });

const ignored = (template: Template): unknown => {
  const { lifecycle } = template.resource("aws_ecs_service") as { lifecycle?: { ignore_changes?: unknown } };
  return lifecycle?.ignore_changes;
};

describe("every kind of deployment", () => {
  it.each(["rolling", "blueGreen", "canary", "linear"] as const)("%s has one service, at the one address", (kind) => {
    const template = deployed({ kind });
    expect(Object.keys(template.resources("aws_ecs_service"))).toEqual(["api"]);
    expect(told(template)).toContain(`"deployment" = "${kind}"`);
  });
});

describe("rolling", () => {
  it("leaves nothing to others, and takes another capacity in place", () => {
    const template = deployed({ kind: "rolling" });
    expect(ignored(template)).toBeUndefined();
    expect(template.resource("aws_ecs_service")).toMatchObject({ force_new_deployment: true });
  });

  it("goes back on alarms where it is told to", () => {
    expect(deployed({ kind: "rolling" }).resource("aws_ecs_service")).not.toHaveProperty("alarms");
    expect(deployed({ kind: "rolling", rollbackOnAlarms: true })).toHaveResource("aws_ecs_service", {
      alarms: {
        alarm_names: [
          "${aws_cloudwatch_metric_alarm.api_server_errors.alarm_name}",
          "${aws_cloudwatch_metric_alarm.api_latency.alarm_name}",
        ],
        enable: true,
        rollback: true,
      },
    });
  });

  it("keeps a broken revision only by name", () => {
    expect(deployed({ kind: "rolling", circuitBreaker: "stop" })).toHaveResource("aws_ecs_service", {
      deployment_circuit_breaker: { enable: true, rollback: false },
    });
    expect(deployed({ kind: "rolling", circuitBreaker: "off" })).toHaveResource("aws_ecs_service", {
      deployment_circuit_breaker: { enable: false, rollback: false },
    });
  });
});

describe.each(["blueGreen", "canary", "linear"] as const)("%s", (kind) => {
  const template = deployed({ kind });

  it("leaves to CodeDeploy what AWS lets nobody else change", () => {
    expect(ignored(template)).toEqual([
      "task_definition",
      "capacity_provider_strategy",
      "load_balancer",
      "network_configuration",
      "platform_version",
    ]);
    const service = template.resource("aws_ecs_service");
    expect(service).toMatchObject({ deployment_controller: { type: "CODE_DEPLOY" } });
    for (const refused of ["deployment_circuit_breaker", "alarms", "force_new_deployment", "availability_zone_rebalancing"])
      expect(service).not.toHaveProperty(refused);
  });

  it("has two target groups, and two rules whose action Terraform leaves alone", () => {
    expect(Object.keys(template.resources("aws_lb_target_group"))).toEqual(["api_target_group", "api_target_group_green"]);
    expect(template.resources("aws_lb_listener_rule")).toMatchObject({
      api_route: { listener_arn: ingress.httpsListenerArn, lifecycle: { ignore_changes: ["action"] } },
      api_test_route: { listener_arn: ingress.testListenerArn, lifecycle: { ignore_changes: ["action"] } },
    });
  });

  it("goes back on failure and on alarms", () => {
    expect(template).toHaveResource("aws_codedeploy_deployment_group", {
      auto_rollback_configuration: { enabled: true, events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
      alarm_configuration: {
        enabled: true,
        alarms: ["${aws_cloudwatch_metric_alarm.api_server_errors.alarm_name}", "${aws_cloudwatch_metric_alarm.api_latency.alarm_name}"],
      },
      // CodeDeploy asks at once whether its role may
      depends_on: ["aws_iam_role_policy.api_codedeploy"],
      load_balancer_info: {
        target_group_pair_info: {
          target_group: [
            { name: "${aws_lb_target_group.api_target_group.name}" },
            { name: "${aws_lb_target_group.api_target_group_green.name}" },
          ],
          prod_traffic_route: { listener_arns: [ingress.httpsListenerArn] },
          test_traffic_route: { listener_arns: [ingress.testListenerArn] },
        },
      },
    });
  });

  it("tells of failures by CodeDeploy's own events", () => {
    const { event_pattern } = template.resource("aws_cloudwatch_event_rule", "api_failed_deployment");
    expect(JSON.parse(String(event_pattern))).toMatchObject({
      source: ["aws.codedeploy"],
      detail: { application: ["${aws_codedeploy_app.api.name}"], state: ["FAILURE", "STOP"] },
    });
  });

  it("judges both target groups together, since CodeDeploy alone knows which has the traffic", () => {
    for (const name of ["api_server_errors", "api_latency", "api_unhealthy_targets"]) {
      const queries = JSON.stringify(template.resource("aws_cloudwatch_metric_alarm", name)["metric_query"]);
      expect(queries).toContain("${aws_lb_target_group.api_target_group.arn_suffix}");
      expect(queries).toContain("${aws_lb_target_group.api_target_group_green.arn_suffix}");
    }
  });
});

describe("the steps in which traffic moves", () => {
  it.each([
    [{ kind: "blueGreen" }, "CodeDeployDefault.ECSAllAtOnce"],
    [{ kind: "canary" }, "CodeDeployDefault.ECSCanary10Percent5Minutes"],
    [{ kind: "canary", intervalMinutes: 15 }, "CodeDeployDefault.ECSCanary10Percent15Minutes"],
    [{ kind: "linear", intervalMinutes: 1 }, "CodeDeployDefault.ECSLinear10PercentEvery1Minutes"],
    [{ kind: "linear", intervalMinutes: 3 }, "CodeDeployDefault.ECSLinear10PercentEvery3Minutes"],
  ] as const)("of %j are CodeDeploy's own", (deployment, deployment_config_name) => {
    const template = deployed(deployment);
    expect(template).toHaveResource("aws_codedeploy_deployment_group", { deployment_config_name });
    expect(template.resources("aws_codedeploy_deployment_config")).toEqual({});
  });

  it.each([
    [
      { kind: "canary", percent: 25, intervalMinutes: 10 },
      { type: "TimeBasedCanary", time_based_canary: { interval: 10, percentage: 25 } },
    ],
    [
      { kind: "linear", percent: 20, intervalMinutes: 2 },
      { type: "TimeBasedLinear", time_based_linear: { interval: 2, percentage: 20 } },
    ],
  ] as const)("of %j are made, and the next ones before these go", (deployment, traffic_routing_config) => {
    expect(deployed(deployment)).toHaveResource("aws_codedeploy_deployment_config", {
      deployment_config_name: `shop-prod-api-${deployment.kind}-${deployment.percent}-percent-${deployment.intervalMinutes}-minutes`,
      compute_platform: "ECS",
      traffic_routing_config,
      lifecycle: { create_before_destroy: true },
    });
  });

  it("wait for somebody, or not", () => {
    const config = (deployment: EcsServiceData["deployment"]) =>
      deployed(deployment).resource("aws_codedeploy_deployment_group")["blue_green_deployment_config"];
    expect(config({ kind: "blueGreen" })).toMatchObject({
      deployment_ready_option: { action_on_timeout: "CONTINUE_DEPLOYMENT" },
      terminate_blue_instances_on_deployment_success: { action: "TERMINATE", termination_wait_time_in_minutes: 5 },
    });
    expect(config({ kind: "blueGreen", approvalWaitMinutes: 30, terminationWaitMinutes: 0 })).toMatchObject({
      deployment_ready_option: { action_on_timeout: "STOP_DEPLOYMENT", wait_time_in_minutes: 30 },
      terminate_blue_instances_on_deployment_success: { termination_wait_time_in_minutes: 0 },
    });
  });

  it("need no test listener", () => {
    const template = serviceTemplate({ ...behindIngress, deployment: { kind: "canary" }, testListener: "off" });
    expect(Object.keys(template.resources("aws_lb_listener_rule"))).toEqual(["api_route"]);
    expect(JSON.stringify(template.resource("aws_codedeploy_deployment_group"))).not.toContain("test_traffic_route");
  });
});
