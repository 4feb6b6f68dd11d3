import type { EncryptionKey } from "@groundplan/core";
import { synthesize } from "@groundplan/testing";
import { TerraformOutput, TerraformVariable, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { FargateTask, placeholderImage } from "../src/index.js";
import { containersIn, encryptionKey, everything, given, taskTemplate } from "./task-template.js";

describe("the addresses of a FargateTask", () => {
  it("are those of its version, with an image alone", () => {
    expect(taskTemplate()).toHaveAddresses("golden/defaults.txt");
  });

  it("are those of its version, with everything set", () => {
    expect(taskTemplate(everything)).toHaveAddresses("golden/everything.txt");
  });

  it("are those of its version, where a pipeline owns the image", () => {
    expect(taskTemplate({ imageOwner: "pipeline" })).toHaveAddresses("golden/pipeline.txt");
  });
});

describe("a task definition", () => {
  it("is Fargate's, of one pair of sizes and one architecture, and its old revisions stay", () => {
    expect(taskTemplate()).toHaveResource("aws_ecs_task_definition", {
      family: "shop-api",
      requires_compatibilities: ["FARGATE"],
      network_mode: "awsvpc",
      cpu: "256",
      memory: "512",
      runtime_platform: { operating_system_family: "LINUX", cpu_architecture: "X86_64" },
      skip_destroy: true,
    });
    expect(taskTemplate(everything)).toHaveResource("aws_ecs_task_definition", {
      cpu: "1024",
      memory: "2048",
      ephemeral_storage: { size_in_gib: 30 },
      runtime_platform: { operating_system_family: "LINUX", cpu_architecture: "ARM64" },
    });
  });

  it("waits for all that ECS needs to start it", () => {
    expect(taskTemplate({ tracing: true }).resource("aws_ecs_task_definition")["depends_on"]).toEqual([
      "aws_cloudwatch_log_group.api",
      "aws_iam_role_policy.api_execution",
      "aws_iam_role_policy.api_task_tracing",
    ]);
  });

  it("mounts EFS encrypted, by IAM and an access point; an empty volume is one", () => {
    expect(taskTemplate(everything).resource("aws_ecs_task_definition")["volume"]).toEqual([
      { name: "api-tmp" },
      { name: "api-var-run" },
      { name: "cache" },
      {
        name: "files",
        efs_volume_configuration: {
          file_system_id: "fs-0123456789abcdef0",
          transit_encryption: "ENABLED",
          authorization_config: { access_point_id: "fsap-0123456789abcdef0", iam: "ENABLED" },
        },
      },
      expect.objectContaining({ name: "templates" }),
    ]);
  });

  it("hands tokens on where they only pass through", () => {
    const template = synthesize((stack) => {
      const variable = (name: string) => new TerraformVariable(stack, name, { type: "string" });
      new FargateTask(stack, "api", {
        ...given,
        image: variable("image").stringValue,
        repositories: [],
        port: variable("port").numberValue,
        environment: { URL: `https://${variable("host").stringValue}/` },
        secrets: { TOKEN: { secretArn: variable("secret").stringValue, jsonKey: "token" } },
      });
    });
    const text = String(template.resource("aws_ecs_task_definition")["container_definitions"]);
    expect(text).toContain('"image":${jsonencode(var.image)}');
    expect(text).toContain('"containerPort":${jsonencode(var.port)}');
    expect(text).toContain('"value":${jsonencode("https://${var.host}/")}');
    expect(text).toContain('"valueFrom":${jsonencode("${var.secret}:token::")}');
  });

  it("refuses to be made where it could not be pulled", () => {
    const image = Token.asString("${aws_ecr_repository.api.repository_url}");
    expect(() => taskTemplate({ image })).toThrow(
      '"repositories" is missing; give the repository of the image that is not known yet, so that the task may pull it, or [] where it is public',
    );
  });
});

describe("its log group", () => {
  it("is encrypted by a key of the task's own, kept, and protected", () => {
    expect(taskTemplate()).toHaveResource("aws_cloudwatch_log_group", {
      name: "/ecs/shop-api",
      retention_in_days: 365,
      kms_key_id: "${aws_kms_key.api_logs.arn}",
      lifecycle: { prevent_destroy: true },
    });
  });

  it("takes a key that is given", () => {
    const key: EncryptionKey = encryptionKey;
    const template = taskTemplate({ encryptionKey: key, protect: false, logs: { retentionDays: 30 } });
    expect(template).toHaveResource("aws_cloudwatch_log_group", {
      kms_key_id: key.keyArn,
      retention_in_days: 30,
      lifecycle: { prevent_destroy: false },
    });
    expect(template.resources("aws_kms_key")).toEqual({});
  });
});

describe("an image that a pipeline owns", () => {
  const template = taskTemplate({
    ...everything,
    imageOwner: "pipeline",
    repositories: [{ repositoryArn: "arn:aws:ecr:eu-west-1:333333333333:repository/shop/api", repositoryUrl: "" }],
  });

  it("has a template with all that is configured, which Terraform goes on registering", () => {
    expect(template).toHaveResourceAt("aws_ecs_task_definition.api_template", { family: "shop-api-template", cpu: "1024" });
    expect(template.at("aws_ecs_task_definition.api_template")).not.toHaveProperty("lifecycle");
    expect(Object.keys(containersIn(template, "api_template")).sort()).toEqual(["api", "log-router", "migrate", "otel-collector", "warm"]);
  });

  it("has a first revision that answers on the port by a placeholder, needs nothing, and is never touched again", () => {
    expect(template).toHaveResourceAt("aws_ecs_task_definition.api", { family: "shop-api", lifecycle: { ignore_changes: "all" } });
    const { api, ...others } = containersIn(template);
    expect(others).toEqual({});
    expect(api).toMatchObject({
      image: placeholderImage,
      entryPoint: ["node", "-e"],
      user: "1000:1000",
      environment: [{ name: "PORT", value: "8080" }],
      portMappings: [{ containerPort: 8080, name: "api" }],
    });
    for (const key of ["secrets", "healthCheck", "mountPoints", "dependsOn"]) expect(api).not.toHaveProperty(key);
  });

  it("needs no image at first", () => {
    const { image: _, ...rest } = given;
    const bare = synthesize((stack) => void new FargateTask(stack, "api", { ...rest, imageOwner: "pipeline" }));
    expect(containersIn(bare, "api_template")["app"]?.image).toBe(placeholderImage);
    expect(containersIn(bare)["app"]).not.toHaveProperty("portMappings");
  });

  it("tells both revisions: what runs at first, and what a pipeline takes its own from", () => {
    const template = synthesize((stack) => {
      for (const imageOwner of ["terraform", "pipeline"] as const) {
        const { taskDefinitionArn, newestRevisionArn } = new FargateTask(stack, imageOwner, { ...given, imageOwner });
        new TerraformOutput(stack, `by-${imageOwner}`, { value: [taskDefinitionArn, newestRevisionArn], staticId: true });
      }
    });
    const terraforms = "${aws_ecs_task_definition.terraform.arn}";
    expect(template).toHaveOutput("by-terraform", [terraforms, terraforms]);
    expect(template).toHaveOutput("by-pipeline", [
      "${aws_ecs_task_definition.pipeline.arn}",
      "${aws_ecs_task_definition.pipeline_template.arn}",
    ]);
  });
});
