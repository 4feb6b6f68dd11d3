import { expect, test } from "vitest";
import { boundaryArn, imageRepository, pipelineRoleArns, serviceParameterName, stateNames, zoneRoleArns } from "../src/index.js";

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

test("an image's repository in another account is computed, and nothing is read", () => {
  expect(imageRepository({ ...prod, accountId: "333333333333" }, "api")).toEqual({
    repositoryName: "shop/api",
    repositoryArn: "arn:aws:ecr:eu-west-1:333333333333:repository/shop/api",
    repositoryUrl: "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api",
  });
});

test("a zone's roles stand in its parent's account, and end in what they may do, however long the names are", () => {
  const longest = { project: "a-project-of-20-char", environment: "an-environment-of-30-characters", accountId: "333333333333" };
  const { plan, apply } = zoneRoleArns(longest);
  expect(plan).toMatch(/^arn:aws:iam::333333333333:role\/.*-plan$/);
  expect(apply).toBe(plan.replace(/-plan$/, "-apply"));
});

test("what deploys a service finds it by its parameter", () => {
  expect(serviceParameterName({ project: "shop", environment: "dev" }, "api")).toBe("/shop/dev/service/api");
});
