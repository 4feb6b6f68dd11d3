import { ImageRepository } from "@groundplan/ecr";
import type { TerraformStack } from "cdktf";

/** Images of the API: two accounts pull them, and a pipeline's role pushes. */
export function imageRepository(stack: TerraformStack): ImageRepository {
  return new ImageRepository(stack, "api", {
    name: "shop/api",
    accountId: "333333333333",
    region: "eu-west-1",
    pullAccountIds: ["111111111111", "222222222222"],
    pushRoleArns: ["arn:aws:iam::444444444444:role/build"],
    releaseTagPrefixes: ["v"],
    expireOtherTagsAfterDays: 30,
  });
}
