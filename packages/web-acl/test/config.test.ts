import { brokenRules, type DeepReadonly, problemsOf, problemText } from "@groundplan/core/schema";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { nonProduction, rules, schema } from "../src/config.js";
import type { WebAclData } from "../src/props.generated.js";
import { capacityShares } from "../src/schema/capacity.js";

const base = { name: "shop-prod", accountId: "111111111111", region: "eu-west-1" };

/** What the schema has against a config, a line each. */
function problems(config: object): string[] {
  const result = schema.safeParse({ ...base, ...config }, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, schema)).map(problemText);
}

describe("a web ACL's data", () => {
  it("is what the props say", () => {
    expectTypeOf<WebAclData>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>();
  });

  it("needs no more than a name and a place", () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [{ rateLimit: 9 }, '"rateLimit" 9'],
    [{ managedRules: { common: "deny" } }, '"managedRules.common" "deny"'],
    [{ managedRules: { commom: "block" } }, '"managedRules.commom" is no known property; did you mean "common"?'],
    [{ managedRules: { common: { count: [] } } }, '"managedRules.common.count" [] is too short; give at least 1 item'],
    [{ allow: ["198.51.100.7"] }, '"allow.0" "198.51.100.7" is an address and no range; did you mean 198.51.100.7/32?'],
    [{ deny: ["2001:db8::1"] }, '"deny.0" "2001:db8::1" is an address and no range; did you mean 2001:db8::1/128?'],
    [{ deny: ["2001:db8:0::/32"] }, '"deny.0" "2001:db8:0::/32" is not how AWS writes a range; did you mean 2001:db8::/32?'],
    [{ deny: ["office"] }, '"deny.0" "office" is no range of addresses; give one such as'],
    [{ allow: ["0.0.0.0/0"] }, '"allow.0" "0.0.0.0/0" is everybody, which no list of a web ACL takes; name the ranges that are meant'],
    [{ deny: ["::/0"] }, '"deny.0" "::/0" is everybody, which no list of a web ACL takes; name the ranges that are meant'],
    [
      { allow: ["203.0.113.64/26"], deny: ["198.51.100.0/24", "203.0.113.0/24"] },
      '"allow.0" "203.0.113.64/26" never passes, since 203.0.113.0/24 of "deny" is asked first; take one of them out, or deny what is left',
    ],
    [{ allow: ["2001:db8::/48"], deny: ["2001:db8::/32"] }, '"allow.0" "2001:db8::/48" never passes, since 2001:db8::/32 of "deny"'],
    [{ allow: ["203.0.113.0/24"], deny: ["203.0.113.0/24"] }, '"allow.0" "203.0.113.0/24" never passes, since 203.0.113.0/24 of "deny"'],
    [{ logs: { redactedHeaders: ["Cookie"] } }, '"logs.redactedHeaders.0" "Cookie" is no header; give its name in lower case'],
    [{ logs: { redactedHeaders: ["x-api-key"] } }, '"logs.redactedHeaders.0" "x-api-key" is never logged, anyway; take it out'],
    [{ logs: { redactedHeaders: ["cookie"] } }, '"logs.redactedHeaders.0" "cookie" is never logged, anyway; take it out'],
    [{ logs: { retentionDays: 2 } }, '"logs.retentionDays" 2 is not one of'],
    [{ scope: "cloudfront" }, '"region" "eu-west-1" is not where CloudFront\'s web ACLs are; give us-east-1, and an edgeProvider for it'],
  ])("refuses %j", (config, message) => {
    expect(problems(config)).toEqual([expect.stringContaining(message)]);
  });
});

it("may keep out a part of a range that passes", () => {
  expect(problems({ allow: ["203.0.113.0/24", "2001:db8::/32"], deny: ["203.0.113.7/32", "198.51.100.0/24"] })).toEqual([]);
});

describe("its capacity", () => {
  const sum = (config: object) => capacityShares(schema.parse({ ...base, ...config })).reduce((units, share) => units + share.units, 0);

  it("is that of AWS's groups, 2 for the rate limit, and 1 for each set of addresses", () => {
    expect(sum({})).toBe(25 + 700 + 200 + 200 + 2);
    expect(sum({ rateLimit: "off", managedRules: { common: "off", sqli: "count" } })).toBe(25 + 200 + 200);
    expect(sum({ allow: ["10.0.0.0/8", "172.16.0.0/12"], deny: ["192.168.0.0/16", "2001:db8::/32"] })).toBe(1127 + 1 + 2);
  });

  const crowded = { managedRules: { linux: "block", posix: "block", php: "block" } };

  it("is told with all that takes it, where it is not enough", () => {
    expect(problems(crowded)).toEqual([
      '"capacity" 1500 is less than the 1527 units that the rules take (rateLimit 2, ipReputation 25, common 700, knownBadInputs 200, sqli 200, linux 200, posix 100, php 100); give 1527, or set a group of "managedRules" to off',
    ]);
  });

  it("can be raised, for AWS's price", () => {
    expect(problems({ ...crowded, capacity: 1527 })).toEqual([]);
    expect(problems({ ...crowded, capacity: 5001 })).toEqual(['"capacity" 5001 is too big; give at most 5000']);
  });
});

describe("production", () => {
  const broken = (config: object) => brokenRules(rules, schema.parse({ ...base, ...config })).map(({ id }) => id);

  it("takes the defaults, and those of other environments", () => {
    expect(broken({})).toEqual([]);
    expect(broken(nonProduction)).toEqual([]);
  });

  it.each([
    [{ mode: "count" }, "web-acl-blocks"],
    [{ managedRules: { common: "count" } }, "web-acl-common-rules"],
    [{ managedRules: { knownBadInputs: "off" } }, "web-acl-common-rules"],
    [{ managedRules: { ipReputation: "off" } }, "web-acl-common-rules"],
    [{ managedRules: { sqli: "count" } }, "web-acl-common-rules"],
    [{ rateLimit: "off" }, "web-acl-rate-limited"],
    [{ logs: "off" }, "web-acl-logged"],
  ])("does not take %j", (config, id) => {
    expect(broken(config)).toEqual([id]);
  });

  it("takes a group that blocks but for some rules", () => {
    expect(broken({ managedRules: { common: { count: ["SizeRestrictions_BODY"] } } })).toEqual([]);
  });
});
