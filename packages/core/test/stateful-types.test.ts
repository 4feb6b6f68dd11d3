import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { isStateful, statefulTypes } from "../src/index.js";

const require = createRequire(import.meta.url);

describe("statefulTypes", () => {
  it("holds what keeps data, keys, and addresses that others know by heart", () => {
    const lost = ["aws_db_instance", "aws_s3_bucket", "aws_kms_key", "aws_dynamodb_table", "aws_subnet", "aws_vpc", "aws_eip", "aws_lb"];
    expect(lost.filter((type) => !isStateful(type))).toEqual([]);
  });

  it("holds what is an outage to replace", () => {
    expect(["aws_ecs_service", "aws_lb", "aws_nat_gateway"].filter((type) => !isStateful(type))).toEqual([]);
  });

  it.each(statefulTypes)("knows %s by the provider's name", (type) => {
    const folder = type.replace(/^aws_/, "").replaceAll("_", "-");
    expect(() => require.resolve(`@cdktf/provider-aws/lib/${folder}`)).not.toThrow();
  });

  it("is sorted, and names each once", () => {
    expect(statefulTypes).toEqual([...new Set(statefulTypes)].sort());
  });
});

describe("isStateful", () => {
  it.each([
    ["aws_kms_key", true],
    ["aws_kms_key.data_key", true],
    ['aws_s3_bucket.logs["a.b"]', true],
    ["aws_subnet.network_private_a[0]", true],
    ["module.old.aws_db_instance.main", true],
    ["module.a.module.b.aws_db_instance.main", true],
    ['module.old["a.b"].aws_db_instance.main', true],
    ["aws_kms_alias.data_key", false],
    ["aws_s3_bucket_policy.logs", false],
    ["data.aws_kms_key.central", false],
    ["module.aws_kms_key.aws_route.a", false],
  ])("of %s is %s", (address, expected) => {
    expect(isStateful(address)).toBe(expected);
  });
});
