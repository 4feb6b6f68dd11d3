import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awsName, type NamedType, type NameLimit, nameLimits } from "../src/index.js";

const types = Object.keys(nameLimits) as NamedType[];
const slug = fc.stringMatching(/^[a-z]([a-z0-9]|-[a-z0-9]){0,40}$/);

describe("awsName", () => {
  it("joins the parts by hyphens, and leaves out those that are empty", () => {
    expect(awsName("aws_lb", "shop", "prod", "", "ingress")).toBe("shop-prod-ingress");
  });

  it("gives a name at the limit whole, and one beyond it cut, with a tail of the whole's hash", () => {
    expect(awsName("aws_lb", "a".repeat(32))).toBe("a".repeat(32));
    expect(awsName("aws_lb", "a".repeat(33))).toBe("aaaaaaaaaaaaaaaaaaaaaaaaa-852785");
  });

  it("keeps the tails of its version: a changed tail would replace what bears the name", () => {
    expect(awsName("aws_lb_target_group", "shop", "production", "recommendations", "api")).toBe("shop-production-recommend-29f54a");
    expect(awsName("aws_iam_role", "x".repeat(200))).toBe(`${"x".repeat(57)}-aa20c2`);
  });

  it("is within the limits of every type, of allowed characters, and the same every time", () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.array(slug, { minLength: 1, maxLength: 8 }), (type, parts) => {
        const limit: NameLimit = nameLimits[type];
        const name = awsName(type, ...parts);
        expect(name.length).toBeLessThanOrEqual(limit.most);
        expect(name).toMatch(new RegExp(`^[${limit.characters}]+$`));
        expect(name).not.toMatch(/-$|--/);
        expect(awsName(type, ...parts)).toBe(name);
      }),
    );
  });

  it("tells two names apart that differ only beyond the limit", () => {
    const start = "a".repeat(80);
    expect(awsName("aws_sqs_queue", start, "one")).not.toBe(awsName("aws_sqs_queue", start, "two"));
  });

  it("writes lower case where AWS has no other, and leaves case alone where it has", () => {
    expect(awsName("aws_s3_bucket", "Shop", "Prod")).toBe("shop-prod");
    expect(awsName("aws_iam_role", "Shop", "Prod")).toBe("Shop-Prod");
  });

  it("does not cut a name in two hyphens", () => {
    expect(awsName("aws_lb", "a".repeat(24), "b".repeat(20))).toMatch(/^a{24}-[0-9a-f]{6}$/);
  });

  it.each([
    ["aws_lb", ["shop", "my_api"], '"shop-my_api" has "_", which aws_lb does not take; give characters of [a-zA-Z0-9-]'],
    ["aws_s3_bucket", ["shöp"], '"shöp" has "ö", which aws_s3_bucket does not take; give characters of [a-z0-9-]'],
    ["aws_lb", ["", ""], "a name for aws_lb needs a part; give the project's, the environment's or the component's"],
  ] as const)("refuses for %s the parts %j", (type, parts, message) => {
    expect(() => awsName(type, ...parts)).toThrow(message);
  });
});
