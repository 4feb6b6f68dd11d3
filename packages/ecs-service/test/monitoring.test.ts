import type { Template } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { alarmTopic, ingress } from "../examples/surroundings.js";
import { behindIngress, serviceTemplate } from "./service-template.js";

const template = serviceTemplate(behindIngress);

describe("a service's alarms", () => {
  it.each([
    ["server_errors", { threshold: 5, treat_missing_data: "notBreaching" }],
    ["latency", { threshold: 2, extended_statistic: "p95", metric_name: "TargetResponseTime" }],
    ["unhealthy_targets", { threshold: 0, statistic: "Maximum", metric_name: "UnHealthyHostCount" }],
    ["cpu", { threshold: 90, metric_name: "CPUUtilization" }],
    ["memory", { threshold: 90, metric_name: "MemoryUtilization" }],
    ["missing_tasks", { threshold: 0, evaluation_periods: 10, datapoints_to_alarm: 10 }],
  ])("on %s goes to the topic, and comes back there", (name, properties) => {
    expect(template).toHaveResourceAt(`aws_cloudwatch_metric_alarm.api_${name}`, {
      alarm_name: `shop-prod-api-${name.replaceAll("_", "-")}`,
      alarm_actions: [alarmTopic.topicArn],
      ok_actions: [alarmTopic.topicArn],
      comparison_operator: "GreaterThanThreshold",
      ...properties,
    });
  });

  it("on requests are about this service's target group on that load balancer", () => {
    expect(template).toHaveResourceAt("aws_cloudwatch_metric_alarm.api_latency", {
      dimensions: { LoadBalancer: ingress.loadBalancerArnSuffix, TargetGroup: "${aws_lb_target_group.api_target_group.arn_suffix}" },
    });
  });

  it("on tasks are about this service in that cluster", () => {
    const dimensions = { ClusterName: "shop-prod", ServiceName: "shop-prod-api" };
    for (const name of ["cpu", "memory"])
      expect(template).toHaveResourceAt(`aws_cloudwatch_metric_alarm.api_${name}`, { namespace: "AWS/ECS", dimensions });
    const metric = (metric_name: string) => expect.objectContaining({ namespace: "ECS/ContainerInsights", metric_name, dimensions });
    const { metric_query } = template.resource("aws_cloudwatch_metric_alarm", "api_missing_tasks");
    expect(metric_query).toEqual([
      expect.objectContaining({ expression: "wanted - FILL(running, 0)", return_data: true }),
      expect.objectContaining({ id: "wanted", metric: metric("DesiredTaskCount") }),
      expect.objectContaining({ id: "running", metric: metric("RunningTaskCount") }),
    ]);
  });

  it("on errors are about the share of requests that the tasks themselves answer by 5xx", () => {
    const queries = (of: Template) => JSON.stringify(of.resource("aws_cloudwatch_metric_alarm", "api_server_errors")["metric_query"]);
    expect(queries(template)).toContain("HTTPCode_Target_5XX_Count");
    expect(queries(template)).toContain("RequestCount");
    const both = queries(serviceTemplate({ ...behindIngress, deployment: { kind: "canary" } }));
    expect(both).toContain("100 * (FILL(part, 0) + FILL(part2, 0)) / (FILL(whole, 0) + FILL(whole2, 0))");
  });

  it("are not made where they are off, nor those on requests for a worker", () => {
    const off = { serverErrorPercent: "off", p95LatencySeconds: "off", unhealthyTargets: "off", cpuPercent: "off" } as const;
    const some = serviceTemplate({ ...behindIngress, alarms: { ...off, runningBelowDesired: false } });
    expect(Object.keys(some.resources("aws_cloudwatch_metric_alarm"))).toEqual(["api_memory"]);
    expect(Object.keys(serviceTemplate({ alarmTopic }).resources("aws_cloudwatch_metric_alarm"))).toEqual([
      "api_cpu",
      "api_memory",
      "api_missing_tasks",
    ]);
  });
});

describe("failed deployments, and tasks that find no place", () => {
  it("are told at the topic, in words", () => {
    const { event_pattern } = template.resource("aws_cloudwatch_event_rule", "api_failed_deployment");
    expect(JSON.parse(String(event_pattern))).toEqual({
      source: ["aws.ecs"],
      "detail-type": ["ECS Deployment State Change"],
      resources: ["${aws_ecs_service.api.id}"],
      detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
    });
    expect(template).toHaveResourceAt("aws_cloudwatch_event_target.api_failed_deployment", {
      arn: alarmTopic.topicArn,
      input_transformer: {
        input_paths: { deployment: "$.detail.deploymentId", reason: "$.detail.reason" },
        input_template: '"shop-prod-api: a deployment failed, and went back where it could. deployment: <deployment>, reason: <reason>"',
      },
    });
  });

  it("are told to nobody where there is no topic, or nobody wants to know", () => {
    expect(serviceTemplate().resources("aws_cloudwatch_event_rule")).toEqual({});
    expect(serviceTemplate({ alarmTopic, alarms: { failedDeployment: false } }).resources("aws_cloudwatch_event_rule")).toEqual({});
  });
});

describe("a service's dashboard", () => {
  const titles = (of = template): readonly string[] => {
    const { dashboard_body } = of.resource("aws_cloudwatch_dashboard");
    const { widgets } = JSON.parse(String(dashboard_body)) as { widgets: { properties: { title: string } }[] };
    return widgets.map(({ properties }) => properties.title);
  };

  it("shows alarms, requests and tasks; a worker's no requests", () => {
    expect(titles()).toEqual([
      "Alarms of shop-prod-api",
      "Requests a minute",
      "Answered by 5xx, percent",
      "Latency, p95 seconds",
      "Unhealthy targets",
      "CPU, percent",
      "Memory, percent",
      "Tasks",
    ]);
    expect(titles(serviceTemplate())).toEqual(["Alarms of shop-prod-api", "CPU, percent", "Memory, percent", "Tasks"]);
  });

  it("is not made where nobody wants it", () => {
    expect(serviceTemplate({ dashboard: false }).resources("aws_cloudwatch_dashboard")).toEqual({});
  });
});
