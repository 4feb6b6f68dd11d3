import { onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LogBucket, type LogBucketProps } from "../src/index.js";

const kept = (props: Partial<LogBucketProps> = {}) => {
  return (stack: TerraformStack): void => {
    const common = { sourceAccountIds: ["111111111111"], protect: false, ...props };
    const accessLogBucket = new LogBucket(stack, "access", {
      ...common,
      objectLock: undefined,
      bucketName: "shop-access-logs",
      writers: ["s3-access-logs"],
    });
    new LogBucket(stack, "trails", { ...common, bucketName: "shop-trails", writers: ["cloudtrail"], undeletable: true, accessLogBucket });
  };
};

const logs = (props: Partial<LogBucketProps> = {}) => {
  return (stack: TerraformStack): void => {
    new LogBucket(stack, "logs", { bucketName: "shop-logs", sourceAccountIds: ["111111111111"], ...props });
  };
};

describe("a log bucket", () => {
  let world: World;
  beforeAll(async () => {
    world = await onEmulator({ name: "log-bucket" });
  });
  afterAll(() => world.stop());

  it("is applied, settles, takes writers and transitions in place, is unprotected, and is destroyed", async () => {
    const deployment = await world.deployment("logs", logs());
    await deployment.apply();
    await deployment.expectEmptyPlan();
    await expect(deployment.destroy()).rejects.toThrow("Instance cannot be destroyed");
    const changed = await deployment.change(
      logs({
        writers: ["cloudtrail", "config", "load-balancers", "log-delivery", "s3-access-logs"],
        sourceAccountIds: ["111111111111", "222222222222"],
        transitions: [
          { afterDays: 30, storageClass: "STANDARD_IA" },
          { afterDays: 60, storageClass: "GLACIER_IR" },
        ],
        oldVersionsExpireAfterDays: 7,
        protect: false,
      }),
    );
    expect(changed).toMatchObject({
      create: [],
      update: ["aws_s3_bucket.logs", "aws_s3_bucket_lifecycle_configuration.logs", "aws_s3_bucket_policy.logs"],
      replace: [],
      destroy: [],
    });
    await deployment.expectEmptyPlan();
    await deployment.destroy();
  });

  it("is locked after it stood, under the same address, and is destroyed when its lock is over", async () => {
    const deployment = await world.deployment("kept", kept());
    await deployment.apply();
    await deployment.expectEmptyPlan();
    expect(await deployment.change(kept({ objectLock: { mode: "governance", days: 1 } }))).toMatchObject({
      create: ["aws_s3_bucket_object_lock_configuration.trails"],
      update: [],
      replace: [],
      destroy: [],
    });
    await deployment.expectEmptyPlan();
    await deployment.destroy();
  });
});
