import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { LogBucket, type LogBucketProps } from "../src/index.js";

const writers = ["cloudtrail", "config", "load-balancers", "log-delivery", "s3-access-logs"] as const;
const given = { bucketName: "shop-logs", sourceAccountIds: ["111111111111"] } as const;

function bucketTemplate(props: Partial<LogBucketProps> = {}) {
  return synthesize((stack) => void new LogBucket(stack, "logs", { ...given, ...props }));
}

describe("a log bucket's policy", () => {
  const statements = (props: Partial<LogBucketProps>) =>
    bucketTemplate(props)
      .iamStatements()
      .map(({ statement }) => statement);

  it("refuses whatever comes without TLS, and lets in nobody by default", () => {
    expect(statements({})).toEqual([
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:*"],
        Resource: ["${aws_s3_bucket.logs.arn}", "${aws_s3_bucket.logs.arn}/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it.each([
    ["cloudtrail", "cloudtrail.amazonaws.com", ["TrailsCheck", "TrailsWrite"]],
    ["config", "config.amazonaws.com", ["ConfigChecks", "ConfigWrites"]],
    ["load-balancers", "logdelivery.elasticloadbalancing.amazonaws.com", ["LoadBalancersWrite"]],
    ["log-delivery", "delivery.logs.amazonaws.com", ["LogDeliveryChecks", "LogDeliveryWrites"]],
    ["s3-access-logs", "logging.s3.amazonaws.com", ["AccessLogsWrite"]],
  ] as const)("lets %s in by its own principal, and no other", (writer, Service, sids) => {
    const allowed = statements({ writers: [writer] }).filter(({ Effect }) => Effect === "Allow");
    expect(allowed.map(({ Sid }) => Sid)).toEqual(sids);
    for (const { Principal } of allowed) expect(Principal).toEqual({ Service });
  });

  it("allows no more than writing a log, and looking whether it may", () => {
    const actions = statements({ writers }).flatMap(({ Effect, Action }) => (Effect === "Allow" ? (Action ?? []) : []));
    expect([...new Set(actions)].sort()).toEqual(["s3:GetBucketAcl", "s3:ListBucket", "s3:PutObject"]);
  });

  it("holds each writer to the accounts named, by condition or, for load balancers, by path", () => {
    const sourceAccountIds = ["111111111111", "222222222222"];
    const allowed = statements({ writers, sourceAccountIds }).filter(({ Effect }) => Effect === "Allow");
    expect(allowed).toHaveLength(8);
    for (const { Sid, Condition, Resource } of allowed) {
      const held = JSON.stringify(Sid === "LoadBalancersWrite" ? Resource : Condition);
      for (const accountId of sourceAccountIds) expect(held).toContain(accountId);
    }
  });

  it("takes log deliveries from CloudWatch's deliveries of the account alone", () => {
    expect(statements({ writers: ["log-delivery"] }).find(({ Sid }) => Sid === "LogDeliveryWrites")?.Condition).toEqual({
      StringEquals: { "aws:SourceAccount": ["111111111111"], "s3:x-amz-acl": "bucket-owner-full-control" },
      ArnLike: { "aws:SourceArn": ["arn:aws:logs:*:111111111111:*"] },
    });
  });

  it("is the same whatever the order, and however often a writer is named", () => {
    expect(statements({ writers: ["config", "cloudtrail", "config"] })).toEqual(statements({ writers: ["cloudtrail", "config"] }));
  });
});
