import { brokenRules, type DeepReadonly } from "@groundplan/core/schema";
import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { nonProduction, notices, rules, schemas, taskChecks, taskData } from "../src/config.js";
import type { FargateTaskData, FargateTaskProps, OneOffTaskData, ScheduledTaskData } from "../src/index.js";
import { everything, given, taskTemplate } from "./task-template.js";

const plain = { image: "redis:7.4.2" };

describe("a task's schema", () => {
  it("is what the props say", () => {
    expectTypeOf<FargateTaskData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.FargateTask>>>();
    expectTypeOf<ScheduledTaskData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.ScheduledTask>>>();
    expectTypeOf<OneOffTaskData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.OneOffTask>>>();
  });

  it("takes what it has given", () => {
    const { encryptionKey: _, ...data } = everything;
    const once = schemas.FargateTask.parse({ ...given, ...data });
    expect(schemas.FargateTask.parse(once)).toEqual(once);
  });

  it("can be made part of another, with its checks", () => {
    const service = z.strictObject({ ...taskData.shape, desiredCount: z.int() }).check(...taskChecks);
    const result = service.safeParse({ ...given, image: undefined, user: "root", desiredCount: 2 });
    expect(result.error?.issues.map(({ path }) => path.join("."))).toEqual(["image", "user"]);
  });

  it.each<[what: string, props: Partial<FargateTaskProps>, error: string]>([
    ["a port beyond all", { port: 65_536 }, '"port" 65536 is too big; give at most 65535'],
    ["a name that ECS refuses", { name: "shop api" }, `"name" "shop api" is no family's name; give letters, digits, - and _`],
    ["no image", { image: undefined }, '"image" is missing; give the image that runs, or set "imageOwner" to "pipeline"'],
    ["an image that is none", { image: "Shop/API" }, '"image" "Shop/API" is no image; give one such as'],
    ["a small disk", { ephemeralStorageGib: 20 }, '"ephemeralStorageGib" 20 is too small; give at least 21'],
    ["a long wait", { stopTimeoutSeconds: 121 }, '"stopTimeoutSeconds" 121 is too big; give at most 120'],
    ["a hasty health check", { healthCheck: { command: "true", intervalSeconds: 4 } }, '"healthCheck.intervalSeconds" 4 is too small'],
    ["a slow health check", { healthCheck: { command: "true", timeoutSeconds: 61 } }, '"healthCheck.timeoutSeconds" 61 is too big'],
    ["ECS's own words in a health check", { healthCheck: { command: ["CMD-SHELL", "true"] } }, "begins with a word of ECS's own"],
    ["root by the back door", { user: "0:0" }, '"user" "0:0" is root; set "runAsRoot" to true, or give another'],
    ["root in a sidecar", { sidecars: { x: { ...plain, user: "root" } } }, '"sidecars.x.user" "root" is root'],
    ["a path that is not absolute", { writablePaths: ["tmp"] }, '"writablePaths.0" "tmp" is no absolute path; give one such as "/data"'],
    ["the name of another container", { sidecars: { app: plain } }, `"sidecars.app" is another container's name; give it another`],
    [
      "the collector's name",
      { tracing: true, sidecars: { "otel-collector": plain } },
      `"sidecars.otel-collector" is another container's name`,
    ],
    [
      "a port twice",
      { port: 8080, sidecars: { x: { ...plain, port: 8080 } } },
      '"sidecars.x.port" 8080 is where "app" listens, and a task has one address; give another',
    ],
    ["the collector's port", { tracing: true, port: 4318 }, '"port" 4318 is where "otel-collector" listens'],
    [
      "a mount of nothing",
      { mounts: { "/data": { volume: "data" } } },
      '"mounts./data.volume" "data" is no volume of the task; make it in "volumes"',
    ],
    ["a volume for nobody", { volumes: { data: {} } }, '"volumes.data" is mounted by no container; mount it in "mounts", or take it out'],
    ["a path twice", { writablePaths: ["/tmp", "/tmp"] }, '"writablePaths" "/tmp" is mounted already; take it out'],
    ["sidecars that take all CPU", { sidecars: { x: { ...plain, cpu: 256 } } }, "take 256 units of the task's 256"],
    ["sidecars that take all memory", { sidecars: { x: { ...plain, memory: 512 } } }, "take 512 MiB of the task's 512"],
    ["a wait for nobody", { dependsOn: { x: "START" } }, '"dependsOn.x" "START" waits for no container of the task; give one of app'],
    [
      "a wait for health that nobody checks",
      { dependsOn: { x: "HEALTHY" }, sidecars: { x: plain } },
      'waits for a container without "healthCheck"; give it one, or wait for "START"',
    ],
    [
      "a wait for the end of what may not end",
      { dependsOn: { x: "SUCCESS" }, sidecars: { x: plain } },
      "waits for the end of an essential container",
    ],
    [
      "a circle",
      { dependsOn: { x: "START" }, sidecars: { x: { ...plain, dependsOn: { app: "START" } } } },
      "waits for itself, by way of those it waits for",
    ],
    [
      "a secret from nowhere",
      { secrets: { X: {} } },
      '"secrets.X" {} says nowhere to find it; give one of secretArn, parameterArn, parameterName',
    ],
    [
      "a secret from two places",
      { secrets: { X: { secretArn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:x-AbC123", parameterName: "/x" } } },
      '"secrets.X.parameterName" "/x" is one place too many; give "secretArn" or this',
    ],
    [
      "a JSON key of a parameter",
      { secrets: { X: { parameterName: "/x", jsonKey: "y" } } },
      '"secrets.X.jsonKey" "y" is for Secrets Manager alone',
    ],
    ["a name twice", { environment: { X: "1" }, secrets: { X: { parameterName: "/x" } } }, '"secrets.X" is a name in "environment", too'],
    ["a variable of ECS's", { environment: { AWS_ACCESS_KEY_ID: "x" } }, "is set by ECS for the task's role"],
    ["access to nothing", { access: { x: {} } }, '"access.x" {"level":"read"} names nothing; give one of bucketArn, tableArn'],
    [
      "access by a name that is taken",
      { access: { tracing: { bucketArn: "arn:aws:s3:::x" } } },
      "is the name of a policy that is made beside it",
    ],
    [
      "a router's secret in sight",
      { logs: { firelens: { options: { Name: "x", apikey: "12" } } } },
      '"logs.firelens.options.apikey" is a secret\'s name',
    ],
    [
      "reading a topic",
      { access: { x: { topicArn: "arn:aws:sns:eu-west-1:111111111111:x" } } },
      'is not granted on "topicArn"; give "write"',
    ],
  ])("refuses %s", (_, props, error) => {
    expect(() => taskTemplate(props)).toThrow(error);
  });

  it.each([
    ["an access key", "AKIA1234567890ABCDEF", "an AWS access key"],
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----\nMIIE", "a private key"],
    ["a connection string", "Server=db;Password=hunter2;", "a password"],
    ["a URL", "postgres://shop:hunter2@db:5432/shop", "a URL with a password"],
    ["a vendor's token", "xoxb-1234567890-abcdef", "a token"],
  ])("refuses a variable that holds %s, and does not show it", (_, value, look) => {
    const wrong = (): unknown => taskTemplate({ environment: { SETTING: value } });
    expect(wrong).toThrow(`"environment.SETTING" looks like ${look}, which anybody could read here; keep it in Secrets Manager`);
    expect(wrong).not.toThrow(value.slice(-6));
  });

  it("lets innocent variables pass", () => {
    const environment = { URL: "https://example.com:8443/a@b", PASSWORD_FILE: "/run/password", "server.port": "8080", MODE: "password" };
    expect(() => taskTemplate({ environment })).not.toThrow();
  });
});

describe("its rules and notices", () => {
  const parse = (props: Partial<FargateTaskData>) => schemas.FargateTask.parse({ ...given, ...props });

  it("are kept by default, and outside of production but for protection", () => {
    expect(brokenRules(rules, parse({}))).toEqual([]);
    expect(brokenRules(rules, parse(nonProduction)).map(({ id }) => id)).toEqual(["task-protected"]);
  });

  it("want logs kept, and nobody to be root", () => {
    const broken = brokenRules(rules, parse({ logs: { retentionDays: 30 }, sidecars: { x: { ...plain, runAsRoot: true } } }));
    expect(broken.map(({ id }) => id)).toEqual(["task-logs-kept", "task-not-root"]);
  });

  it("say which variable is called like a secret", () => {
    const [told, ...more] = notices(parse({ environment: { DATABASE_PASSWORD: "x", TOKEN_URL: "https://example.com" } }));
    expect(told).toContain('"environment.DATABASE_PASSWORD" is called like a secret');
    expect(more).toEqual([]);
  });

  it("say where a port is for root, and where an image may change", () => {
    expect(notices(parse({ port: 80 }))[0]).toContain('"port" 80 is below 1024');
    expect(notices(parse({ port: 80, runAsRoot: true }))).toEqual([]);
    for (const image of ["redis", "redis:latest", "localhost:5000/redis"]) {
      expect(notices(parse({ image }))[0]).toContain("is another image whenever somebody pushes");
    }
    for (const image of ["redis:7.4.2", "localhost:5000/redis:7.4.2"]) expect(notices(parse({ image }))).toEqual([]);
  });
});
