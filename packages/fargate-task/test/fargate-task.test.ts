import type { EncryptionKey } from "@groundplan/core";
import { synthesize } from "@groundplan/testing";
import { TerraformOutput, TerraformVariable, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { FargateTask, placeholderImage } from "../src/index.js";
import { containerOf, containersIn, encryptionKey, everything, given, taskTemplate } from "./task-template.js";

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

describe("a container", () => {
  it("is hardened unless told otherwise", () => {
    expect(containerOf({})).toEqual({
      name: "app",
      image: given.image,
      essential: true,
      user: "1000:1000",
      readonlyRootFilesystem: true,
      linuxParameters: { initProcessEnabled: true, capabilities: { add: [], drop: ["ALL"] } },
      stopTimeout: 30,
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": "/ecs/shop-api",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "ecs",
          mode: "non-blocking",
          "max-buffer-size": "25m",
        },
      },
    });
  });

  it.each([
    ["the image's user", { user: "image" } as const, undefined],
    ["a user by name", { user: "node" } as const, "node"],
    ["root, by its own property", { runAsRoot: true } as const, "0"],
  ])("runs as %s", (_, props, user) => {
    expect(containerOf(props).user).toBe(user);
  });

  it("keeps the capabilities that are named, and drops Docker's others", () => {
    const { drop = [] } = containerOf({ keepCapabilities: ["NET_BIND_SERVICE", "CHOWN"] }).linuxParameters?.capabilities ?? {};
    expect(drop).toHaveLength(12);
    expect(drop).not.toContain("NET_BIND_SERVICE");
    expect(drop).not.toContain("CHOWN");
  });

  it("is what the properties say", () => {
    expect(containerOf(everything, "api")).toEqual({
      name: "api",
      image: everything.image,
      essential: true,
      command: ["serve"],
      entryPoint: ["/bin/api"],
      workingDirectory: "/srv",
      user: "1001",
      readonlyRootFilesystem: true,
      linuxParameters: { initProcessEnabled: true, capabilities: { add: [], drop: expect.not.arrayContaining(["NET_BIND_SERVICE"]) } },
      portMappings: [{ name: "api", containerPort: 8080, hostPort: 8080, protocol: "tcp", appProtocol: "http" }],
      environment: expect.arrayContaining([
        { name: "CACHE", value: "/cache" },
        { name: "LOG_LEVEL", value: "info" },
      ]),
      secrets: [
        {
          name: "DATABASE_PASSWORD",
          valueFrom: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/database-AbC123:password:AWSCURRENT:",
        },
        { name: "FLAGS", valueFrom: "/shop/flags" },
        { name: "LICENCE", valueFrom: "arn:aws:ssm:eu-west-1:111111111111:parameter/shop/licence" },
        { name: "TOKEN", valueFrom: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/token" },
      ],
      healthCheck: { command: ["CMD", "/bin/api", "health"], interval: 30, timeout: 5, retries: 3, startPeriod: 10 },
      stopTimeout: 60,
      mountPoints: [
        { sourceVolume: "cache", containerPath: "/cache", readOnly: false },
        { sourceVolume: "files", containerPath: "/files", readOnly: false },
        { sourceVolume: "templates", containerPath: "/templates", readOnly: true },
        { sourceVolume: "api-tmp", containerPath: "/tmp", readOnly: false },
        { sourceVolume: "api-var-run", containerPath: "/var/run", readOnly: false },
      ],
      ulimits: [{ name: "nofile", softLimit: 100_000, hardLimit: 100_000 }],
      dependsOn: [
        { containerName: "migrate", condition: "SUCCESS" },
        { containerName: "warm", condition: "HEALTHY" },
        { containerName: "log-router", condition: "START" },
      ],
      logConfiguration: {
        logDriver: "awsfirelens",
        options: everything.logs?.firelens?.options,
        secretOptions: [{ name: "apikey", valueFrom: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:shop/vendor-x1Y2z3" }],
      },
    });
  });

  it("may be a sidecar, with sizes of its own", () => {
    expect(containerOf(everything, "warm")).toMatchObject({
      cpu: 128,
      memory: 256,
      essential: true,
      healthCheck: { command: ["CMD-SHELL", "redis-cli ping"] },
    });
    expect(containerOf(everything, "migrate")).toMatchObject({ essential: false, user: "0", readonlyRootFilesystem: false });
  });

  it("ends with its log router, which may do nothing but route", () => {
    expect(containerOf(everything, "log-router")).toMatchObject({
      essential: true,
      firelensConfiguration: { type: "fluentbit" },
      linuxParameters: { capabilities: { add: [], drop: ["ALL"] } },
      logConfiguration: { logDriver: "awslogs" },
    });
  });

  it("waits for CloudWatch where no line may be lost, and parts events by a pattern", () => {
    const { options } = containerOf({ logs: { whenFull: "wait", multilinePattern: "^\\{" } }).logConfiguration ?? {};
    expect(options).toMatchObject({ mode: "blocking", "awslogs-multiline-pattern": "^\\{" });
    expect(options).not.toHaveProperty("max-buffer-size");
  });

  it("can be changed where no property covers it", () => {
    const overrides = { container: (name: string) => (name === "app" ? { stopTimeout: 90, versionConsistency: "disabled" } : {}) };
    expect(containerOf({ overrides })).toMatchObject({ stopTimeout: 90, versionConsistency: "disabled" });
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

describe("tracing", () => {
  it("is one property: a collector, and what OpenTelemetry's SDKs read", () => {
    const containers = containersIn(taskTemplate({ tracing: true, environment: { OTEL_SERVICE_NAME: "mine" } }));
    expect(containers["otel-collector"]).toMatchObject({ essential: false, readonlyRootFilesystem: true });
    expect(containers["app"]?.environment).toContainEqual({ name: "OTEL_EXPORTER_OTLP_ENDPOINT", value: "http://127.0.0.1:4318" });
    expect(containers["app"]?.environment).toContainEqual({ name: "OTEL_SERVICE_NAME", value: "mine" });
  });

  it("gives the collector a configuration that it can read", () => {
    const [variable] = containerOf({ tracing: true }, "otel-collector").environment ?? [];
    expect(variable?.name).toBe("AOT_CONFIG_CONTENT");
    expect(JSON.parse(variable?.value ?? "")).toMatchObject({ service: { pipelines: { traces: { exporters: ["awsxray"] } } } });
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
