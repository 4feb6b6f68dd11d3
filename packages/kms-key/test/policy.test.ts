import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { schema } from "../src/config.js";
import { KmsKey, type KmsKeyProps } from "../src/index.js";

const purposes = schema.shape.purpose.options;
const given = { purpose: "data", alias: "shop-prod-data", accountId: "111111111111", region: "eu-west-1" } as const;

function keyTemplate(props: Partial<KmsKeyProps> = {}) {
  return synthesize((stack) => void new KmsKey(stack, "data-key", { ...given, ...props }));
}

describe("a key's policy", () => {
  const statements = (purpose: KmsKeyProps["purpose"]) =>
    keyTemplate({ purpose })
      .iamStatements()
      .map(({ statement }) => statement);

  it.each(purposes)("lets nobody do everything with a %s key", (purpose) => {
    const actions = statements(purpose).flatMap((statement) => statement.Action ?? []);
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => action.includes("*"))).toEqual([]);
  });

  it.each(purposes)("holds every service that uses a %s key to the account", (purpose) => {
    const others = statements(purpose).filter(({ Principal }) => typeof Principal === "object" && "Service" in Principal);
    for (const { Condition } of others) expect(JSON.stringify(Condition)).toContain("111111111111");
  });

  it("lets the account administer the key, without a way to use it in the same breath", () => {
    const administers = statements("data").find(({ Sid }) => Sid === "AccountAdministers");
    expect(administers).toMatchObject({ Principal: { AWS: "arn:aws:iam::111111111111:root" } });
    expect(administers?.Action).toContain("kms:PutKeyPolicy");
    expect(administers?.Action).not.toContain("kms:Decrypt");
  });

  it.each(["data", "secrets", "state", "volumes"] as const)("lets AWS's own resources hold grants of a %s key", (purpose) => {
    expect(statements(purpose).find(({ Sid }) => Sid === "ServicesHoldGrants")).toMatchObject({
      Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    });
  });

  it("lets CloudWatch Logs use a logs key for this account's log groups alone", () => {
    expect(statements("logs").find(({ Sid }) => Sid === "LogGroupsUse")).toMatchObject({
      Principal: { Service: "logs.eu-west-1.amazonaws.com" },
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111111111111:log-group:*" } },
    });
  });

  it("lets alarms, events and budgets publish to this account's topics under an alerts key", () => {
    expect(statements("alerts").find(({ Sid }) => Sid === "PublishersEncrypt")).toMatchObject({
      Principal: {
        Service: [
          "cloudwatch.amazonaws.com",
          "events.amazonaws.com",
          "events.rds.amazonaws.com",
          "budgets.amazonaws.com",
          "costalerts.amazonaws.com",
        ],
      },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Condition: { ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": "arn:aws:sns:eu-west-1:111111111111:*" } },
    });
  });

  it("lets CloudTrail, Config and log delivery write under an audit key", () => {
    const audit = statements("audit").filter(({ Principal }) => typeof Principal === "object" && "Service" in Principal);
    expect(audit.map(({ Principal, Condition }) => [Principal, Condition])).toEqual([
      [{ Service: "cloudtrail.amazonaws.com" }, { ArnLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:111111111111:trail/*" } }],
      [{ Service: "config.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": "111111111111" } }],
      [
        { Service: "delivery.logs.amazonaws.com" },
        { StringEquals: { "aws:SourceAccount": "111111111111" }, ArnLike: { "aws:SourceArn": "arn:aws:logs:*:111111111111:*" } },
      ],
    ]);
  });

  it("lets the account's distributions read what a site key encrypts, and write nothing", () => {
    expect(statements("site").find(({ Sid }) => Sid === "CloudFrontReads")).toMatchObject({
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: ["kms:Decrypt"],
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::111111111111:distribution/*" } },
    });
  });

  it("names the service-linked role of auto scaling for a volumes key", () => {
    const role = "arn:aws:iam::111111111111:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
    const named = statements("volumes").filter(({ Sid }) => Sid?.startsWith("AutoScaling"));
    expect(named.map(({ Principal }) => Principal)).toEqual([{ AWS: role }, { AWS: role }]);
  });
});
