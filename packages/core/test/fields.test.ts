import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { accountId, arn, bucketName, logRetentionDays, region, slug } from "../src/schema/index.js";

const fields: Record<string, { readonly schema: z.ZodType; readonly taken: readonly unknown[]; readonly refused: readonly unknown[] }> = {
  accountId: {
    schema: accountId(),
    taken: ["012345678901", "111111111111"],
    refused: ["11111111111", "1111111111111", "1111-1111-1111", 111111111111, ""],
  },
  region: {
    schema: region(),
    taken: ["eu-west-1", "us-east-1", "ap-southeast-5", "il-central-1", "mx-central-1", "ap-northeast-3"],
    refused: ["cn-north-1", "us-gov-west-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "eu-west", "EU-WEST-1", "eu-west-1a", ""],
  },
  slug: {
    schema: slug(),
    taken: ["a", "prod", "eu-1", "a1-b2", "a".repeat(20)],
    refused: ["", "1a", "a-", "-a", "a--b", "A", "a_b", "a".repeat(21), "a b"],
  },
  arn: {
    schema: arn(),
    taken: ["arn:aws:kms:eu-west-1:111111111111:key/1", "arn:aws:s3:::bucket", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
    refused: ["arn:aws-cn:s3:::bucket", "arn:aws:s3", "kms", "arn:aws:kms:eu-west-1:1:key/1", "arn:aws:s3:::"],
  },
  "arn of a service": {
    schema: arn("kms"),
    taken: ["arn:aws:kms:eu-west-1:111111111111:key/1"],
    refused: ["arn:aws:s3:::bucket"],
  },
  bucketName: {
    schema: bucketName(),
    taken: ["abc", "shop-111111111111-logs", "1a2", "a".repeat(63)],
    refused: ["ab", "a".repeat(64), "-ab", "ab-", "a--b", "a.b", "Abc", "a_b", "xn--abc", "sthree-abc", "amzn-s3-demo-abc"],
  },
  logRetentionDays: { schema: logRetentionDays(), taken: [1, 30, 365, 3653], refused: [0, 2, 366, "30"] },
};

describe.each(Object.entries(fields))("the field %s", (_, { schema, taken, refused }) => {
  it.each(taken)("takes %j", (value) => {
    expect(schema.safeParse(value).success).toBe(true);
  });

  it.each(refused)("refuses %j", (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
