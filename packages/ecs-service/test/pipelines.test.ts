import { describe, expect, it } from "vitest";
import { behindIngress, serviceTemplate, told } from "./service-template.js";

describe("the parameter that pipelines read", () => {
  it("says where tasks run: in the private subnets, in the service's group, on its capacity", () => {
    const content = told(serviceTemplate({ ...behindIngress, deployment: { kind: "canary" }, parameterName: "/shop/prod/service/api" }));
    for (const part of [
      '"subnets" = ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"]',
      '"securityGroups" = [aws_security_group.api.id]',
      '"capacityProviderStrategy" = [{"capacityProvider" = "FARGATE", "base" = 0, "weight" = 1}]',
      '"application" = aws_codedeploy_app.api.name',
      '"deploymentGroup" = aws_codedeploy_deployment_group.api.deployment_group_name',
    ])
      expect(content).toContain(part);
  });
});

describe("an image that a pipeline owns", () => {
  const tasks = {
    scheduledTasks: { cleanup: { schedule: "rate(1 day)" } },
    oneOffTasks: { migrate: { command: ["migrate"] } },
  };
  const template = serviceTemplate({ ...behindIngress, ...tasks, imageOwner: "pipeline", image: undefined, parameterName: "/shop/api" });

  it("runs a placeholder at first, which Terraform never touches again", () => {
    expect(template.resource("aws_ecs_service")).toMatchObject({ lifecycle: { ignore_changes: ["task_definition"] } });
    expect(template).toHaveResourceAt("aws_ecs_task_definition.api_task", {
      family: "shop-prod-api",
      lifecycle: { ignore_changes: "all" },
    });
    expect(template).toHaveResourceAt("aws_ecs_task_definition.api_task_template", { family: "shop-prod-api-template" });
  });

  it("is rendered from the template, which the parameter names", () => {
    expect(told(template)).toContain('"revision" = aws_ecs_task_definition.api_task_template.arn');
    expect(told(template)).toContain('"imageOwner" = "pipeline"');
  });

  it("is what scheduled and one-off tasks run: the newest revision of the family", () => {
    expect(JSON.stringify(template.resource("aws_scheduler_schedule"))).toContain(
      '"task_definition_arn":"${aws_ecs_task_definition.api_task.arn_without_revision}"',
    );
    const { value } = template.resource("aws_ssm_parameter", "api_one_off_migrate");
    expect(value).toContain('"taskDefinition":"shop-prod-api"');
  });
});
