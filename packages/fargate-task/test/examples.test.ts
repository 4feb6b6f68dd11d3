import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { apiTask } from "../examples/fargate-task.js";
import { nightlyCleanup } from "../examples/other-tasks.js";
import { thumbnailTask } from "../examples/worker.js";

describe("the examples", () => {
  it("begin with a web server's task and its secret", () => {
    expect(synthesize(apiTask)).toHaveResourceAt("aws_ecs_task_definition.api", { cpu: "1024", memory: "2048" });
  });

  it("show a worker with files, a cache, traces, a log router and access", () => {
    const template = synthesize(thumbnailTask);
    expect(template).toHaveResourceAt("aws_ecs_task_definition.thumbnails", {
      runtime_platform: expect.objectContaining({ cpu_architecture: "ARM64" }),
    });
    expect(Object.keys(template.resources("aws_iam_role_policy")).sort()).toEqual([
      "thumbnails_execution",
      "thumbnails_task_jobs",
      "thumbnails_task_log_router",
      "thumbnails_task_thumbnails",
      "thumbnails_task_tracing",
      "thumbnails_task_volumes",
    ]);
  });

  it("show tasks that follow a pipeline's revisions", () => {
    const template = synthesize(nightlyCleanup);
    expect(template).toHaveResourceAt("aws_ecs_task_definition.api_template", { family: "shop-prod-api-template" });
    expect(template).toHaveResourceAt("aws_scheduler_schedule.cleanup", { schedule_expression_timezone: "Europe/Berlin" });
    expect(template.resource("aws_ssm_parameter", "migrate")["value"]).toContain('"taskDefinition":"shop-prod-api"');
  });

  it.each([apiTask, thumbnailTask, nightlyCleanup])(
    "grant no action by a wildcard, and no resource that a person has not named: $name",
    (example) => {
      const statements = synthesize((stack) => void example(stack))
        .iamStatements()
        .filter(({ address }) => !address.startsWith("aws_kms_key."));
      expect(statements.length).toBeGreaterThan(3);
      for (const { statement } of statements) {
        expect([statement.Action ?? []].flat().filter((action) => action.includes("*"))).toEqual([]);
        if (statement.Resource === "*") expect(["SignsInToRegistry", "SendsTraces"]).toContain(statement.Sid);
      }
    },
  );

  it.each([apiTask, thumbnailTask, nightlyCleanup])("have the policies of their version: $name", async (example) => {
    const statements = synthesize((stack) => void example(stack)).iamStatements();
    await expect(`${JSON.stringify(statements, null, 2)}\n`).toMatchFileSnapshot(`golden/iam-${example.name}.json`);
  });
});
