import { brokenRules, type DeepReadonly, problemsOf, problemText } from "@groundplan/core/schema";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { nonProduction, notices, rules, schemas } from "../src/config.js";
import type { StaticSiteData } from "../src/index.js";
import { base, config, problems } from "./problems.js";

const api = { domainName: "api.example.net" };

describe("a site's data", () => {
  it("needs a name and a place, and is safe without anything else", () => {
    expect(config()).toMatchObject({
      encryption: "s3",
      keep: { versions: 10, days: 30 },
      oldVersionsExpireAfterDays: 90,
      routing: "directoryIndex",
      basicAuth: false,
      origins: {},
      priceClass: "PriceClass_100",
      httpVersion: "http2and3",
      geoRestriction: "off",
      webAcl: { mode: "block" },
      logs: { accessLogs: "v2", bucketLogs: true, format: "json", retentionDays: 365 },
      realtimeMetrics: false,
      protect: true,
    });
  });

  it("is fit for production once it has a name of its own", () => {
    expect(brokenRules(rules, config()).map(({ id }) => id)).toEqual(["site-own-name"]);
    expect(brokenRules(rules, config({ domainNames: ["docs.example.com"] }))).toEqual([]);
  });

  it("is cheaper where nobody would miss it", () => {
    expect(config(nonProduction)).toMatchObject({ webAcl: "off", protect: false, logs: { accessLogs: "v2", bucketLogs: false } });
  });

  it("is what its interface says", () => {
    expectTypeOf<StaticSiteData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.StaticSite>>>();
  });

  it.each([
    [
      "loses files that a rollback needs",
      { oldVersionsExpireAfterDays: 10 },
      'oldVersionsExpireAfterDays: is less than the 30 days of "keep.days", so that a rollback would find files missing; give at least 30',
    ],
    [
      "has a path twice",
      { origins: { api, other: { ...api, paths: ["/api/*", "/other/*"] } } },
      "origins.other.paths.0: is another behaviour's already, which is asked first; take one out",
    ],
    [
      "has a path that is an asset's too",
      { origins: { api: { ...api, paths: ["/assets/*"] } } },
      "cache.immutable.0: is another behaviour's already, which is asked first; take one out",
    ],
    [
      "has more behaviours than AWS takes",
      {
        origins: Object.fromEntries(
          ["a", "b", "c", "d"].map((name) => [name, { ...api, paths: Array.from({ length: 20 }, (_, index) => `/${name}/${index}/*`) }]),
        ),
      },
      "origins: makes 85 behaviours, and a distribution has 75; join some paths",
    ],
    [
      "leaves nothing to itself",
      { origins: { api: { ...api, paths: ["/*"] } } },
      'origins.api.paths.0: is every path, which would leave nothing to the site; give one such as "/api/*"',
    ],
    [
      "asks itself",
      { domainNames: ["docs.example.com"], origins: { api: { domainName: "docs.example.com" } } },
      "origins.api.domainName: is the site's own name, so that it would ask itself; give the origin's",
    ],
    [
      "calls an origin what the bucket is called",
      { origins: { site: api } },
      'origins: has "site", which is what the bucket is called; give another name',
    ],
    [
      "has a web ACL that AWS would refuse",
      { webAcl: { capacity: 100 } },
      /^webAcl\.capacity: is less than the \d+ units that the rules take/,
    ],
    ["has a redirect that never ends", { redirects: [{ from: "/a", to: "/a" }] }, /^redirects\.0\.to: leads back/],
    [
      "has a parameter that AWS would refuse",
      { cache: { immutable: Array.from({ length: 20 }, (_, index) => `/${"a".repeat(200)}${index}/*`) } },
      /^cache\.immutable: is too long for the site's parameter/,
    ],
  ])("is told where it %s", (_, data, problem) => {
    const found = problems(data);
    expect(found).toHaveLength(1);
    if (typeof problem === "string") expect(found).toEqual([problem]);
    else expect(found[0]).toMatch(problem);
  });

  it("is told in words a person can act on", () => {
    const { error } = schemas.StaticSite.safeParse({ ...base, geoRestriction: { allow: ["Germany"] } }, { reportInput: true });
    const texts = (error?.issues ?? []).flatMap((issue) => problemsOf(issue, schemas.StaticSite)).map(problemText);
    expect(texts.join("\n")).toContain("is no country; give its two letters of ISO 3166, such as DE");
  });
});

describe("the notices", () => {
  it("say nothing of a site that has only its name", () => {
    expect(notices(config())).toEqual([]);
  });

  it.each([
    [{ basicAuth: true }, "nobody gets in before a password is set"],
    [{ basicAuth: true, routing: "spa", origins: { api } }, 'keeps the site: who may ask its "origins" is theirs to say'],
    [{ origins: { api } }, 'a 404 of "origins" shows "404.html" too'],
    [{ headers: { hsts: { preload: true } } }, "take months to forget a name"],
    [{ realtimeMetrics: true }, "costs 2.40 USD a month"],
  ])("tell of %j", (data, text) => {
    expect(notices(config(data)).join("\n")).toContain(text);
  });
});
