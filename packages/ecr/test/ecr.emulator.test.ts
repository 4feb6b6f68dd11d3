import { onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ImageRepository, type ImageRepositoryProps } from "../src/index.js";

const api = (props: Partial<ImageRepositoryProps> = {}) => {
  return (stack: TerraformStack): void => {
    new ImageRepository(stack, "api", { name: "shop/api", accountId: "111111111111", region: "eu-west-1", ...props });
  };
};

describe("an image repository", () => {
  let world: World;
  beforeAll(async () => {
    world = await onEmulator({ name: "ecr" });
  });
  afterAll(() => world.stop());

  it("is applied, settles, lets others in and keeps fewer images in place, is unprotected, and is destroyed", async () => {
    const deployment = await world.deployment("ecr", api());
    await deployment.apply();
    await deployment.expectEmptyPlan();
    await expect(deployment.destroy()).rejects.toThrow("Instance cannot be destroyed");
    const changed = await deployment.change(
      api({
        immutableTags: false,
        scanOnPush: false,
        pullAccountIds: ["222222222222"],
        pushRoleArns: ["arn:aws:iam::333333333333:role/build"],
        releaseTagPrefixes: ["v", "release-"],
        expireOtherTagsAfterDays: 30,
        keepReleases: 20,
        protect: false,
      }),
    );
    expect(changed).toMatchObject({
      create: ["aws_ecr_repository_policy.api"],
      update: ["aws_ecr_repository.api"],
      replace: ["aws_ecr_lifecycle_policy.api"],
      destroy: [],
    });
    await deployment.expectEmptyPlan();
    await deployment.destroy();
  });
});
