import { describe, expect, it } from "vitest";
import { containerOf, containersIn, everything, given, taskTemplate } from "./task-template.js";

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
