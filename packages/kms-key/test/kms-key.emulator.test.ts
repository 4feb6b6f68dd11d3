import { onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../src/config.js";
import { KmsKey, type KmsKeyProps } from "../src/index.js";

const purposes = schema.shape.purpose.options;

/** A key of every purpose. */
const keys = (props: Partial<KmsKeyProps> = {}) => {
  return (stack: TerraformStack): void => {
    for (const purpose of purposes) {
      new KmsKey(stack, purpose, { purpose, alias: purpose, accountId: "111111111111", region: "eu-west-1", ...props });
    }
  };
};

describe("a key of every purpose", () => {
  let world: World;
  beforeAll(async () => {
    world = await onEmulator({ name: "kms-key" });
  });
  afterAll(() => world.stop());

  it("is applied, settles, changes in place, is unprotected, and is destroyed", async () => {
    const deployment = await world.deployment("keys", keys());
    expect((await deployment.apply()).create).toHaveLength(2 * purposes.length);
    await deployment.expectEmptyPlan();
    await expect(deployment.destroy()).rejects.toThrow("Instance cannot be destroyed");
    const changed = await deployment.change(
      keys({ rotationPeriodDays: 90, deletionWindowDays: 7, sharedWith: ["222222222222"], protect: false }),
    );
    expect(changed).toMatchObject({ create: [], replace: [], destroy: [] });
    expect(changed.update).toEqual(purposes.map((purpose) => `aws_kms_key.${purpose}`));
    await deployment.expectEmptyPlan();
    await deployment.destroy();
  });
});
