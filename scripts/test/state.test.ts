import { expect, it } from "vitest";
import { milliseconds } from "../run/options.js";
import { contractHash, isEmpty, managedAddresses, readStateFile } from "../state/state-file.js";
import { withoutProtection } from "../state/unprotect.js";

it("a contract is the same in whatever order its keys stand, and another in whatever it says", () => {
  expect(contractHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(contractHash({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(contractHash({ a: [1, 2] })).not.toBe(contractHash({ a: [2, 1] }));
  expect(contractHash({ a: "1" })).not.toBe(contractHash({ a: 1 }));
});

it("a state's addresses are those of what it manages, with module and key", () => {
  const resource = { type: "aws_vpc", name: "a", mode: "managed" };
  const text = JSON.stringify({
    resources: [
      { ...resource, instances: [{}] },
      { ...resource, name: "b", module: "module.m", instances: [{ index_key: "k" }, { index_key: 0 }] },
      { ...resource, mode: "data", instances: [{}] },
    ],
  });
  expect(managedAddresses(readStateFile(text))).toEqual(["aws_vpc.a", 'module.m.aws_vpc.b["k"]', "module.m.aws_vpc.b[0]"]);
  expect(isEmpty(readStateFile(JSON.stringify({ resources: [{ ...resource, mode: "data", instances: [{}] }] })))).toBe(true);
});

it("only the named resource loses its protection, and AWS's own takes an apply first", () => {
  const kept = { lifecycle: { prevent_destroy: true } };
  const json = JSON.stringify({
    resource: { aws_kms_key: { a: kept, b: kept }, aws_dynamodb_table: { t: { ...kept, deletion_protection_enabled: true } } },
  });
  const key = withoutProtection(json, ["aws_kms_key.a"]);
  expect(key.applyFirst).toBe(false);
  expect(JSON.parse(key.json).resource.aws_kms_key).toEqual({ a: { lifecycle: {} }, b: kept });
  const table = withoutProtection(json, ["aws_dynamodb_table.t"]);
  expect(table.applyFirst).toBe(true);
  expect(JSON.parse(table.json).resource.aws_dynamodb_table.t).toEqual({ lifecycle: {}, deletion_protection_enabled: false });
});

it("an address that is none of the orphan's is told with those that are protected", () => {
  const json = JSON.stringify({ resource: { aws_kms_key: { a: { lifecycle: { prevent_destroy: true } }, b: {} } } });
  expect(() => withoutProtection(json, ["aws_kms_key.c"])).toThrow(
    '--unprotect "aws_kms_key.c" is no resource of this orphan; it has aws_kms_key.a',
  );
});

it("durations are Terraform's", () => {
  expect(["30s", "5m", "1h"].map(milliseconds)).toEqual([30_000, 300_000, 3_600_000]);
});
