import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { ingress } from "../examples/surroundings.js";
import { worker } from "../examples/worker.js";
import { behindIngress, serviceTemplate } from "./service-template.js";

describe("scaling", () => {
  const scaling = { min: 2, max: 9, cpuPercent: 50, memoryPercent: 70, requestsPerTarget: 100, scaleInCooldownSeconds: 600 } as const;

  it("follows CPU, memory and requests, and Terraform leaves the number alone", () => {
    const template = serviceTemplate({ ...behindIngress, scaling });
    expect(template).toHaveResource("aws_appautoscaling_target", {
      resource_id: "service/shop-prod/${aws_ecs_service.api.name}",
      min_capacity: 2,
      max_capacity: 9,
    });
    expect(Object.keys(template.resources("aws_appautoscaling_policy"))).toEqual(["api_cpu", "api_memory", "api_requests"]);
    expect(template.resource("aws_appautoscaling_policy", "api_requests")["target_tracking_scaling_policy_configuration"]).toEqual({
      predefined_metric_specification: {
        predefined_metric_type: "ALBRequestCountPerTarget",
        resource_label: `${ingress.loadBalancerArnSuffix}/\${aws_lb_target_group.api_target_group.arn_suffix}`,
      },
      target_value: 100,
      scale_in_cooldown: 600,
      scale_out_cooldown: 60,
    });
    expect(template.resource("aws_ecs_service")).toMatchObject({ desired_count: 2, lifecycle: { ignore_changes: ["desired_count"] } });
  });

  it("follows a queue by the messages that wait for each running task", () => {
    const policy = synthesize((stack) => void worker(stack)).resource("aws_appautoscaling_policy", "mailer_queue");
    const metric = (namespace: string, metric_name: string, dimensions: Readonly<Record<string, string>>) => ({
      stat: "Average",
      metric: { namespace, metric_name, dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })) },
    });
    expect(policy["target_tracking_scaling_policy_configuration"]).toMatchObject({
      target_value: 100,
      customized_metric_specification: {
        metrics: [
          { id: "perTask", expression: "waiting / IF(FILL(tasks, 0) > 0, FILL(tasks, 0), 1)", return_data: true },
          {
            id: "waiting",
            return_data: false,
            metric_stat: metric("AWS/SQS", "ApproximateNumberOfMessagesVisible", { QueueName: "shop-prod-mails" }),
          },
          {
            id: "tasks",
            return_data: false,
            metric_stat: metric("ECS/ContainerInsights", "RunningTaskCount", { ClusterName: "shop-prod", ServiceName: "shop-prod-mailer" }),
          },
        ],
      },
    });
  });

  it("has other bounds at other times", () => {
    const schedules = { night: { schedule: "cron(0 22 * * ? *)", timezone: "Europe/Berlin", min: 1, max: 2 } };
    expect(serviceTemplate({ scaling: { min: 2, max: 4, schedules } })).toHaveResourceAt("aws_appautoscaling_scheduled_action.api_night", {
      schedule: "cron(0 22 * * ? *)",
      timezone: "Europe/Berlin",
      scalable_target_action: { min_capacity: "1", max_capacity: "2" },
    });
  });
});
