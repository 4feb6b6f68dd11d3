import { expect, test } from "vitest";
import { boundaryArn, pipelineRoleArns, stateNames } from "../src/index.js";

const prod = { project: "shop", accountId: "111111111111", region: "eu-west-1" };

test("an account's state is found by name, before anything of it stands", () => {
  expect(stateNames(prod)).toEqual({
    bucketName: "shop-state-111111111111-eu-west-1",
    logBucketName: "shop-state-logs-111111111111-eu-west-1",
    tableName: "shop-state-locks",
  });
});

test("buckets of two accounts, regions or projects never share a name, however long it is", () => {
  const long = { project: "a-project-of-20-char", accountId: "111111111111", region: "ap-southeast-1" };
  const places = [long, { ...long, accountId: "222222222222" }, { ...long, region: "ap-southeast-2" }, { ...long, project: "b" }];
  const names = places.map(stateNames).flatMap(({ bucketName, logBucketName }) => [bucketName, logBucketName]);
  expect(new Set(names).size).toBe(8);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(63);
});

test("a pipeline's roles are two: one plans, the other applies", () => {
  expect(pipelineRoleArns(prod)).toEqual({
    plan: "arn:aws:iam::111111111111:role/shop-plan",
    apply: "arn:aws:iam::111111111111:role/shop-apply",
  });
});

test("the permissions boundary has one name in all accounts, and a path if it is given one", () => {
  expect(boundaryArn("111111111111", "estate/boundary")).toBe("arn:aws:iam::111111111111:policy/estate/boundary");
});
