import { brokenRules, type DeepReadonly } from "@groundplan/core/schema";
import { synthesize } from "@groundplan/testing";
import { Token } from "cdktf";
import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { nonProduction, rules, schemas, type Threshold, threshold } from "../src/config.js";
import { AlarmTopic, type AlarmTopicData, type AlarmTopicProps } from "../src/index.js";

const given = { name: "shop-alerts", accountId: "111111111111", region: "eu-west-1" } as const;
const made = (props: Partial<AlarmTopicProps>) => synthesize((stack) => void new AlarmTopic(stack, "alerts", { ...given, ...props }));
const schema = schemas.AlarmTopic;

describe("an alarm topic's schema", () => {
  it("is what the props say", () => {
    expectTypeOf<AlarmTopicData>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>();
  });

  it("tells every wrong property at once, with its value and what to give", () => {
    const subscriptions = {
      email: ["ops", "a.b@example.com", "a-b@example.com"],
      https: { pager: "http://events.example.com" },
      queues: { audit: "arn:aws:sns:eu-west-1:111111111111:audit" },
      slack: { ops: { workspaceId: "shop", channelId: "#ops" } },
      teams: { ops: { tenantId: "shop", teamId: "ops", channelId: "general" } },
    };
    expect(() => made({ name: "shop alerts", subscriptions })).toThrow(
      [
        "test/alerts:",
        '"name" "shop alerts" is no name; give 1 to 64 letters, digits, - and _',
        '"subscriptions.email.0" "ops" is no email address; give one such as ops@example.com',
        '"subscriptions.email.2" "a-b@example.com" differs from another one in punctuation or case alone; give one of them a group address of another name',
        '"subscriptions.https.pager" "http://events.example.com" is no HTTPS endpoint; give a URL such as https://events.example.com/alarms',
        '"subscriptions.queues.audit" "arn:aws:sns:eu-west-1:111111111111:audit" is no ARN; give one such as "arn:aws:sqs:…"',
        '"subscriptions.slack.ops.workspaceId" "shop" is no workspace; give Slack\'s team id, such as T07EA123LEP',
        '"subscriptions.slack.ops.channelId" "#ops" is no channel; give Slack\'s channel id, such as C07EZ1ABC23',
        '"subscriptions.teams.ops.tenantId" "shop" is no id of Microsoft\'s; give a UUID, such as 5d7a9f4e-0d1c-4c57-8e1c-3a9b6f1e2d3c',
        '"subscriptions.teams.ops.teamId" "ops" is no id of Microsoft\'s; give a UUID, such as b1f0f3c2-6a41-4a58-9d0e-77b8f6a0c1d2',
        '"subscriptions.teams.ops.channelId" "general" is no channel; give the part of its link that is like 19:…@thread.tacv2',
      ].join("\n  "),
    );
  });

  it.each([
    [
      ["a.b@example.com", "a-b@example.com"],
      '"subscriptions.email.1" "a-b@example.com" differs from another one in punctuation or case alone',
    ],
    [["ops@example.com", "Ops@example.com"], '"subscriptions.email.1" "Ops@example.com" differs'],
  ])("refuses addresses that would be one in Terraform's letters: %o", (email, message) => {
    expect(() => made({ subscriptions: { email } })).toThrow(message);
  });

  it("must know whom it tells by mail, since the subscription is named after the address", () => {
    const message = "must be known at synth: the subscription is named after it; give the value itself";
    expect(() => made({ subscriptions: { email: [Token.asString("${var.ops}")] } })).toThrow(message);
  });

  it("is broken in production by a topic that tells nobody", () => {
    const broken = (subscriptions: AlarmTopicData["subscriptions"]) =>
      brokenRules(rules, schema.parse({ ...given, subscriptions })).map(({ id }) => id);
    expect(broken({})).toEqual(["alerts-reach-somebody"]);
    expect(broken({ email: ["ops@example.com"] })).toEqual([]);
    expect(broken({ slack: { ops: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } } })).toEqual([]);
  });

  it("has cheaper defaults that are no wrong ones", () => {
    expect(schema.parse({ ...given, ...nonProduction })).toMatchObject({ protect: false, deliveryLogRetentionDays: 7 });
  });
});

describe("threshold", () => {
  const cpu = threshold({ default: 80, min: 1, max: 100, describe: "CPU in use, in percent." });

  it.each([80, 1, 100, { anomalyBand: 2.5 }, "off"])("takes %o", (value) => {
    expect(cpu.parse(value)).toEqual(value);
  });

  it.each([0, 101, "on", { anomalyBand: 0.5 }, { anomalyBand: 11 }, { anomalyBand: 2, sides: "both" }, null])("refuses %o", (value) => {
    expect(cpu.safeParse(value).success).toBe(false);
  });

  it("has its default, which may be any of the three", () => {
    expect(cpu.parse(undefined)).toBe(80);
    expect(threshold({ default: "off", describe: "" }).parse(undefined)).toBe("off");
    expect(threshold({ default: { anomalyBand: 3 }, describe: "" }).parse(undefined)).toEqual({ anomalyBand: 3 });
  });

  it("is for counts by default, which are not negative", () => {
    expect(threshold({ default: 1, describe: "" }).safeParse(-1).success).toBe(false);
  });

  it("is what alarms take", () => {
    expectTypeOf<z.output<typeof cpu>>().toExtend<Threshold>();
    expectTypeOf<Threshold>().toExtend<z.input<typeof cpu>>();
  });

  it("is known to editors", () => {
    expect(z.toJSONSchema(z.object({ cpu }), { io: "input" })).toMatchObject({
      properties: {
        cpu: {
          default: 80,
          description: "CPU in use, in percent.",
          anyOf: [
            { type: "number", minimum: 1, maximum: 100 },
            { properties: { anomalyBand: { minimum: 1, maximum: 10 } } },
            { const: "off" },
          ],
        },
      },
    });
  });
});
