import { LogBucket } from "@groundplan/log-bucket";
import { onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StateBackend, type StateBackendProps } from "../src/index.js";

const backend = (props: Partial<StateBackendProps> = {}) => {
  return (stack: TerraformStack): void => {
    const { protect = true } = props;
    const accessLogs = new LogBucket(stack, "state-logs", {
      bucketName: "shop-state-logs",
      sourceAccountIds: ["111111111111"],
      writers: ["s3-access-logs"],
      protect,
    });
    new StateBackend(stack, "state", {
      bucketName: "shop-state",
      tableName: "shop-locks",
      accountId: "111111111111",
      region: "eu-west-1",
      accessLogs,
      ...props,
    });
  };
};

describe("a state backend", () => {
  let world: World;
  beforeAll(async () => {
    world = await onEmulator({ name: "state-backend" });
  });
  afterAll(() => world.stop());

  it("is applied, settles, is unprotected in place, and is destroyed", async () => {
    const deployment = await world.deployment("state", backend());
    await deployment.apply();
    await deployment.expectEmptyPlan();
    await expect(deployment.destroy()).rejects.toThrow("Instance cannot be destroyed");
    const changed = await deployment.change(backend({ protect: false }));
    expect(changed).toMatchObject({
      create: [],
      update: ["aws_dynamodb_table.state", "aws_s3_bucket.state", "aws_s3_bucket.state_logs"],
      replace: [],
      destroy: [],
    });
    await deployment.expectEmptyPlan();
    await deployment.destroy();
  });
});
