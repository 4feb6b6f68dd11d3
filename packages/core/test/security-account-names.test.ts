import { describe, expect, it } from "vitest";
import { centralKeyAlias, centralKeyAliasArn, logArchive } from "../src/index.js";

const place = { project: "shop", accountId: "222222222222", region: "eu-west-1" };

describe("the archive of an account", () => {
  it("has names that every account computes, the same whatever region writes to it", () => {
    expect(logArchive(place)).toEqual({
      bucketName: "shop-archive-222222222222",
      bucketArn: "arn:aws:s3:::shop-archive-222222222222",
      trails: { bucketName: "shop-trails-222222222222", bucketArn: "arn:aws:s3:::shop-trails-222222222222" },
      keyAlias: "shop-archive",
      keyAliasArn: "arn:aws:kms:eu-west-1:222222222222:alias/shop-archive",
      deliveryDestinationArns: {
        json: "arn:aws:logs:us-east-1:222222222222:delivery-destination:shop-archive-json",
        parquet: "arn:aws:logs:us-east-1:222222222222:delivery-destination:shop-archive-parquet",
        w3c: "arn:aws:logs:us-east-1:222222222222:delivery-destination:shop-archive-w3c",
      },
    });
    expect(logArchive({ ...place, region: "eu-central-1" }).bucketName).toBe(logArchive(place).bucketName);
  });
});

describe("a central key", () => {
  it("is found by its alias in the security account", () => {
    expect(centralKeyAlias("shop", "data")).toBe("shop-central-data");
    expect(centralKeyAliasArn(place, "data")).toBe("arn:aws:kms:eu-west-1:222222222222:alias/shop-central-data");
  });
});
