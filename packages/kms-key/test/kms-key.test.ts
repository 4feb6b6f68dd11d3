import { centralKeyAliasArn, type EncryptionKey } from "@groundplan/core";
import type { DeepReadonly } from "@groundplan/core/schema";
import { brokenRules } from "@groundplan/core/schema";
import { synthesize, type Template } from "@groundplan/testing";
import { TerraformOutput, Token } from "cdktf";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { logsKey } from "../examples/kms-key.js";
import { nonProduction, rules, schema } from "../src/config.js";
import { CentralKey, KmsKey, type KmsKeyData, type KmsKeyProps } from "../src/index.js";

const given = { purpose: "data", alias: "shop-prod-data", accountId: "111111111111", region: "eu-west-1" } as const;

function keyTemplate(props: Partial<KmsKeyProps> = {}): Template {
  return synthesize((stack) => void new KmsKey(stack, "data-key", { ...given, ...props }));
}

describe("KmsKey", () => {
  it("has the addresses of its version", () => {
    expect(keyTemplate()).toHaveAddresses("golden/addresses.txt");
  });

  it("rotates, waits before it is deleted, and a plan cannot destroy it", () => {
    expect(keyTemplate()).toHaveResource("aws_kms_key", {
      enable_key_rotation: true,
      rotation_period_in_days: 365,
      deletion_window_in_days: 30,
      multi_region: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("is what its properties say", () => {
    const template = keyTemplate({ alias: "a/b", multiRegion: true, rotationPeriodDays: 90, deletionWindowDays: 7, protect: false });
    expect(template).toHaveResource("aws_kms_key", {
      multi_region: true,
      rotation_period_in_days: 90,
      deletion_window_in_days: 7,
      lifecycle: { prevent_destroy: false },
    });
    expect(template).toHaveResource("aws_kms_alias", { name: "alias/a/b", target_key_id: "${aws_kms_key.data_key.key_id}" });
  });

  it("is the contract that consumers ask for", () => {
    const template = synthesize((stack) => {
      const { keyArn }: EncryptionKey = new KmsKey(stack, "data-key", given);
      new TerraformOutput(stack, "key-arn", { value: keyArn, staticId: true });
    });
    expect(template).toHaveOutput("key-arn", "${aws_kms_key.data_key.arn}");
  });

  it("lets arguments be overridden that no property covers", () => {
    const template = keyTemplate({ overrides: { key: { description: "ours" }, alias: { namePrefix: "alias/ours" } } });
    expect(template).toHaveResource("aws_kms_key", { description: "ours" });
    expect(template).toHaveResource("aws_kms_alias", { name_prefix: "alias/ours" });
  });

  it("is made by the README's example", () => {
    expect(synthesize((stack) => void logsKey(stack)).addresses).toEqual(["aws_kms_alias.logs_key", "aws_kms_key.logs_key"]);
  });

  it("tells every wrong property at once, with its value and what to give", () => {
    expect(() => keyTemplate({ rotationPeriodDays: 30, accountId: "12", alias: "alias/x", region: "cn-north-1" })).toThrow(
      [
        "test/data-key:",
        '"alias" "alias/x" is no alias; give 1 to 250 letters, digits, /, _ and -, without alias/ or aws/ before it',
        '"accountId" "12" is no account id; give its 12 digits, quoted',
        '"region" "cn-north-1" is no region of the partition "aws"; give one such as "eu-west-1"',
        '"rotationPeriodDays" 30 is too small; give at least 90',
      ].join("\n  "),
    );
  });

  it("hands a token on where it only passes through", () => {
    expect(keyTemplate({ rotationPeriodDays: Token.asNumber("${var.days}") })).toHaveResource("aws_kms_key", {
      rotation_period_in_days: "${var.days}",
    });
  });

  it("refuses a token where it must compute", () => {
    expect(() => keyTemplate({ purpose: Token.asString("${var.purpose}") as "data" })).toThrow("must be known at synth");
  });
});

describe("a key that other accounts use", () => {
  const sharedWith = ["333333333333", "444444444444"];
  const shared = (purpose: KmsKeyProps["purpose"]) =>
    keyTemplate({ purpose, sharedWith })
      .iamStatements()
      .map(({ statement }) => statement);
  const roots = sharedWith.map((accountId) => `arn:aws:iam::${accountId}:root`);

  it.each(["alerts", "data", "logs", "secrets", "volumes"] as const)("lets their IAM use a %s key, and administer none", (purpose) => {
    const others = shared(purpose).find(({ Sid }) => Sid === "OthersUse");
    expect(others).toMatchObject({ Principal: { AWS: roots } });
    expect(others?.Action).toEqual(shared(purpose).find(({ Sid }) => Sid === "AccountUses")?.Action);
    expect(shared(purpose).find(({ Sid }) => Sid === "AccountAdministers")?.Principal).toEqual({ AWS: "arn:aws:iam::111111111111:root" });
  });

  it("lets them find the audit's key, and their trails write under it, without a way to read what is audited", () => {
    const statements = shared("audit");
    expect(statements.find(({ Sid }) => Sid === "OthersFind")).toMatchObject({ Principal: { AWS: roots }, Action: ["kms:DescribeKey"] });
    expect(statements.find(({ Sid }) => Sid === "OthersUse")).toBeUndefined();
    expect(statements.find(({ Sid }) => Sid === "TrailsEncrypt")?.Condition).toEqual({
      ArnLike: { "aws:SourceArn": ["111111111111", ...sharedWith].map((id) => `arn:aws:cloudtrail:*:${id}:trail/*`) },
    });
    expect(statements.find(({ Sid }) => Sid === "ConfigEncrypts")?.Condition).toEqual({
      StringEquals: { "aws:SourceAccount": ["111111111111", ...sharedWith] },
    });
  });

  it("takes their log groups, their topics and their grants", () => {
    const all = ["111111111111", ...sharedWith];
    expect(JSON.stringify(shared("logs").find(({ Sid }) => Sid === "LogGroupsUse")?.Condition)).toContain(":444444444444:log-group:*");
    expect(JSON.stringify(shared("alerts").find(({ Sid }) => Sid === "PublishersEncrypt")?.Condition)).toContain(":444444444444:*");
    expect(shared("data").find(({ Sid }) => Sid === "ServicesHoldGrants")?.Principal).toEqual({
      AWS: all.map((id) => `arn:aws:iam::${id}:root`),
    });
  });

  it("is found there by its alias", () => {
    const aliasArn = centralKeyAliasArn({ project: "shop", accountId: "222222222222", region: "eu-west-1" }, "data");
    const template = synthesize((stack) => {
      const { keyArn }: EncryptionKey = new CentralKey(stack, "data-key", { aliasArn });
      new TerraformOutput(stack, "key-arn", { value: keyArn, staticId: true });
    });
    expect(template.dataSource("aws_kms_key", "data_key")).toMatchObject({
      key_id: "arn:aws:kms:eu-west-1:222222222222:alias/shop-central-data",
    });
    expect(template).toHaveOutput("key-arn", "${data.aws_kms_key.data_key.arn}");
  });
});

describe("its schema", () => {
  it("is what the props say", () => {
    expectTypeOf<KmsKeyData>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>();
  });

  it("breaks no rule by default, and outside of production the one of protection", () => {
    expect(brokenRules(rules, schema.parse(given))).toEqual([]);
    const broken = brokenRules(rules, schema.parse({ ...given, ...nonProduction }));
    expect(broken.map(({ id, path }) => [id, path])).toEqual([["kms-key-protected", ["protect"]]]);
  });
});
