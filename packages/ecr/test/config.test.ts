import { brokenRules, type DeepReadonly } from "@groundplan/core/schema";
import { synthesize } from "@groundplan/testing";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { nonProduction, rules, schemas } from "../src/config.js";
import { ImageRepository, type ImageRepositoryData, type ImageRepositoryProps } from "../src/index.js";

const given = { name: "shop/api", accountId: "333333333333", region: "eu-west-1" } as const;
const schema = schemas.ImageRepository;
const made = (props: Partial<ImageRepositoryProps>) =>
  synthesize((stack) => void new ImageRepository(stack, "api", { ...given, ...props }));

describe("an image repository's schema", () => {
  it("is what the props say", () => {
    expectTypeOf<ImageRepositoryData>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>();
  });

  it.each(["api", "shop/api", "shop/api-v2", "a/b/c", "shop_a.b/c1"])("takes ECR's name %s", (name) => {
    expect(schema.safeParse({ ...given, name }).success).toBe(true);
  });

  it.each(["A", "a", "Shop/api", "/api", "api/", "shop//api", "-api", "api-", "a..b", "shop api", "x".repeat(257)])(
    "refuses the name %s",
    (name) => {
      expect(schema.safeParse({ ...given, name }).success).toBe(false);
    },
  );

  it("tells every wrong property at once, with its value and what to give", () => {
    const wrong = {
      name: "Shop/API",
      pullAccountIds: ["1"],
      pushRoleArns: ["build"],
      keepReleases: 0,
      releaseTagPrefixes: ["v*"],
      expireUntaggedAfterDays: 0.5,
    };
    expect(() => made(wrong)).toThrow(
      [
        "test/api:",
        '"name" "Shop/API" is no repository name; give lower-case letters and digits, with single . _ - or / between them, such as shop/api',
        '"pullAccountIds.0" "1" is no account id; give its 12 digits, quoted',
        '"pushRoleArns.0" "build" is no ARN; give one such as "arn:aws:iam:…"',
        '"keepReleases" 0 is too small; give at least 1',
        '"releaseTagPrefixes.0" "v*" begins no tag; give letters, digits, . _ and -, such as v or release-',
        '"expireUntaggedAfterDays" 0.5 is not a whole number; give a whole number',
      ].join("\n  "),
    );
  });

  it("refuses a prefix that another one begins, or that is there twice, and takes neighbours", () => {
    expect(() => made({ releaseTagPrefixes: ["v1", "v"] })).toThrow(
      '"releaseTagPrefixes.0" "v1" begins with "v", whose rule takes its images already; take one of them out',
    );
    expect(() => made({ releaseTagPrefixes: ["v", "v"] })).toThrow(/^test\/api:\n {2}"releaseTagPrefixes.1" "v" begins with "v".*$/);
    expect(() => made({ releaseTagPrefixes: ["v1", "v2", "release-"] })).not.toThrow();
  });

  it("refuses to expire other tags where every tag is a release's", () => {
    expect(() => made({ expireOtherTagsAfterDays: 30 })).toThrow(
      '"expireOtherTagsAfterDays" 30 speaks of tags that are no releases, but all are; give "releaseTagPrefixes", or leave it out',
    );
  });

  it("breaks no rule by default, and outside of production the one of protection", () => {
    expect(brokenRules(rules, schema.parse(given))).toEqual([]);
    expect(brokenRules(rules, schema.parse({ ...given, ...nonProduction })).map(({ id }) => id)).toEqual(["ecr-protected"]);
    expect(brokenRules(rules, schema.parse({ ...given, immutableTags: false, scanOnPush: false })).map(({ id }) => id)).toEqual([
      "ecr-immutable-tags",
      "ecr-scanned",
    ]);
  });
});
