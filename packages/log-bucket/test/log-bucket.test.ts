import type { LogBucket as LogBucketContract } from "@groundplan/core";
import { brokenRules, type DeepReadonly } from "@groundplan/core/schema";
import { synthesize, type Template } from "@groundplan/testing";
import { TerraformOutput, Token } from "cdktf";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { logBucket } from "../examples/log-bucket.js";
import { nonProduction, rules, schema } from "../src/config.js";
import { LogBucket, type LogBucketData, type LogBucketProps } from "../src/index.js";

const writers = ["cloudtrail", "config", "load-balancers", "log-delivery", "s3-access-logs"] as const;
const given = { bucketName: "shop-logs", sourceAccountIds: ["111111111111"] } as const;

function bucketTemplate(props: Partial<LogBucketProps> = {}): Template {
  return synthesize((stack) => void new LogBucket(stack, "logs", { ...given, ...props }));
}

describe("LogBucket", () => {
  it("has the addresses of its version", () => {
    expect(bucketTemplate({ writers })).toHaveAddresses("golden/addresses.txt");
  });

  it("is closed to the public, keeps versions, and owns what is written to it", () => {
    const template = bucketTemplate();
    expect(template).toHaveResource("aws_s3_bucket_public_access_block", {
      bucket: "${aws_s3_bucket.logs.id}",
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(template).toHaveResource("aws_s3_bucket_versioning", { versioning_configuration: { status: "Enabled" } });
    expect(template).toHaveResource("aws_s3_bucket_ownership_controls", { rule: { object_ownership: "BucketOwnerEnforced" } });
  });

  it("is encrypted by S3 itself, as load balancers demand", () => {
    expect(bucketTemplate()).toHaveResource("aws_s3_bucket_server_side_encryption_configuration", {
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    });
  });

  it("cannot be destroyed by a plan, unless its protection was taken off: then its logs go along", () => {
    expect(bucketTemplate()).toHaveResource("aws_s3_bucket", { force_destroy: false, lifecycle: { prevent_destroy: true } });
    expect(bucketTemplate({ protect: false })).toHaveResource("aws_s3_bucket", {
      force_destroy: true,
      lifecycle: { prevent_destroy: false },
    });
  });

  it("deletes logs after a year, old versions after a month, and what uploads left", () => {
    expect(bucketTemplate().resource("aws_s3_bucket_lifecycle_configuration")["rule"]).toEqual([
      {
        id: "logs",
        status: "Enabled",
        filter: [{ prefix: "" }],
        transition: [],
        expiration: [{ days: 365 }],
        noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      },
      {
        id: "remains",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ expired_object_delete_marker: true }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
  });

  it("moves logs to cheaper storage when told", () => {
    const template = synthesize((stack) => void logBucket(stack));
    expect(template.resource("aws_s3_bucket_lifecycle_configuration")["rule"]).toContainEqual(
      expect.objectContaining({ transition: [{ days: 30, storage_class: "GLACIER_IR" }] }),
    );
  });

  it("is the contract that consumers ask for, who wait until they may write", () => {
    const template = synthesize((stack) => {
      const { bucketName, bucketArn }: LogBucketContract = new LogBucket(stack, "logs", given);
      new TerraformOutput(stack, "contract", { value: { bucketName, bucketArn }, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      bucketName: "${aws_s3_bucket_policy.logs.bucket}",
      bucketArn: "arn:aws:s3:::${aws_s3_bucket_policy.logs.bucket}",
    });
  });

  it("lets arguments be overridden that no property covers", () => {
    expect(bucketTemplate({ overrides: { bucket: { objectLockEnabled: true } } })).toHaveResource("aws_s3_bucket", {
      object_lock_enabled: true,
    });
  });
});

describe("what is kept", () => {
  const target = { bucketName: "shop-archive", bucketArn: "arn:aws:s3:::shop-archive" };

  it("is locked by a resource of its own, so that a lock that comes later makes no new bucket", () => {
    const locked = bucketTemplate({ objectLock: { mode: "governance", days: 30 } });
    expect(locked).toHaveResourceAt("aws_s3_bucket_object_lock_configuration.logs", {
      bucket: "${aws_s3_bucket_versioning.logs.bucket}",
      rule: { default_retention: { mode: "GOVERNANCE", days: 30 } },
    });
    expect(locked.resource("aws_s3_bucket")).toEqual(bucketTemplate().resource("aws_s3_bucket"));
    expect(bucketTemplate().resources("aws_s3_bucket_object_lock_configuration")).toEqual({});
  });

  it.each(["config", "s3-access-logs"] as const)("is not written by %s under a lock, which does not write there", (writer) => {
    const objectLock = { mode: "compliance", days: 1 } as const;
    expect(() => bucketTemplate({ objectLock, writers: ["cloudtrail", writer] })).toThrow(
      `"writers.1" "${writer}" writes to no bucket that keeps objects locked; give it another bucket, or take out "objectLock"`,
    );
    expect(() => bucketTemplate({ objectLock, writers: ["cloudtrail", "log-delivery", "load-balancers"] })).not.toThrow();
  });

  it("is nobody's to delete for as long as it is protected", () => {
    const denied = (props: Partial<LogBucketProps>) =>
      bucketTemplate(props)
        .iamStatements()
        .find(({ statement }) => statement.Sid === "NobodyDeletes")?.statement;
    expect(denied({ undeletable: true })).toEqual({
      Sid: "NobodyDeletes",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion"],
      Resource: "${aws_s3_bucket.logs.arn}/*",
    });
    expect(denied({ undeletable: true, protect: false })).toBeUndefined();
    expect(denied({})).toBeUndefined();
  });

  it("has its readers written down where another bucket takes that", () => {
    expect(bucketTemplate({ accessLogBucket: target })).toHaveResourceAt("aws_s3_bucket_logging.logs", {
      target_bucket: "shop-archive",
      target_prefix: "${aws_s3_bucket.logs.bucket}/",
    });
    expect(bucketTemplate().resources("aws_s3_bucket_logging")).toEqual({});
  });

  it("is locked for good only with a reason", () => {
    const ids = (mode: "governance" | "compliance") =>
      brokenRules(rules, schema.parse({ ...given, objectLock: { mode, days: 365 } })).map(({ id }) => id);
    expect(ids("governance")).toEqual([]);
    expect(ids("compliance")).toEqual(["log-bucket-lock-revocable"]);
  });
});

describe("its schema", () => {
  it("is what the props say", () => {
    expectTypeOf<LogBucketData>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>();
  });

  it("tells every wrong property at once, with its value and what to give", () => {
    const wrong = { bucketName: "Shop", sourceAccountIds: [], writers: ["elb" as "config"], oldVersionsExpireAfterDays: 0 };
    expect(() => bucketTemplate(wrong)).toThrow(
      [
        "test/logs:",
        '"bucketName" "Shop" is no bucket name; give 3 to 63 lower-case letters, digits and single hyphens, such as shop-111111111111-logs',
        '"writers.0" "elb" is not one of "cloudtrail", "config", "load-balancers", "log-delivery", "s3-access-logs"; give one of them',
        '"sourceAccountIds" [] is too short; give at least 1 item',
        '"oldVersionsExpireAfterDays" 0 is too small; give at least 1',
      ].join("\n  "),
    );
  });

  it("refuses transitions that S3 refuses, each at its place, whatever else is wrong", () => {
    const props: Partial<LogBucketProps> = {
      bucketName: "x",
      expireAfterDays: 60,
      transitions: [
        { afterDays: 29, storageClass: "STANDARD_IA" },
        { afterDays: 29, storageClass: "GLACIER_IR" },
        { afterDays: 60, storageClass: "DEEP_ARCHIVE" },
      ],
    };
    expect(() => bucketTemplate(props)).toThrow(
      [
        '"transitions.0.afterDays" 29 is too early for STANDARD_IA, which takes objects after 30 days; give at least 30',
        `"transitions.1.afterDays" 29 is another transition's day too; give each its own`,
        '"transitions.2.afterDays" 60 is not before "expireAfterDays" 60; give fewer days, or keep logs for longer',
      ].join("\n  "),
    );
    expect(() => bucketTemplate(props)).toThrow('"bucketName" "x" is no bucket name');
  });

  it("hands days on that are not known yet", () => {
    const days = Token.asNumber("${var.days}");
    const template = bucketTemplate({ expireAfterDays: days, transitions: [{ afterDays: days, storageClass: "STANDARD_IA" }] });
    expect(template.resource("aws_s3_bucket_lifecycle_configuration")["rule"]).toContainEqual(
      expect.objectContaining({
        expiration: [{ days: "${var.days}" }],
        transition: [{ days: "${var.days}", storage_class: "STANDARD_IA" }],
      }),
    );
  });

  it("breaks no rule by default, and outside of production those of keeping", () => {
    expect(brokenRules(rules, schema.parse(given))).toEqual([]);
    const broken = brokenRules(rules, schema.parse({ ...given, ...nonProduction }));
    expect(broken.map(({ id, path }) => [id, path])).toEqual([
      ["log-bucket-protected", ["protect"]],
      ["log-bucket-kept", ["expireAfterDays"]],
    ]);
  });
});
