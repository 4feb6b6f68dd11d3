import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaticSiteProps } from "../src/index.js";
import { site } from "./ground.js";

/** Everything that can be taken away from a site that stands. */
const on: Partial<StaticSiteProps> = {
  basicAuth: true,
  cors: { origins: ["https://app.example.com"] },
  origins: {
    api: { domainName: "api.example.net" },
    feeds: { domainName: "feeds.example.net", paths: ["/feeds/*"], methods: "read", cache: "origin" },
  },
  geoRestriction: { allow: ["DE", "IE"] },
  realtimeMetrics: true,
  domainNames: ["docs.shop.example.com", "www.shop.example.com"],
};

const off: Partial<StaticSiteProps> = {
  webAcl: "off",
  logs: { accessLogs: "off" },
  cache: { immutable: [] },
  dashboard: false,
  domainNames: [],
};

/** AWS refuses to delete what something else still names: each of these goes after the distribution, or the function, has let go. */
const inUse = [
  "aws_acm_certificate.docs_certificate",
  "aws_cloudfront_cache_policy.docs_immutable",
  "aws_cloudfront_cache_policy.docs_origins",
  "aws_cloudfront_key_value_store.docs_passwords",
  "aws_cloudfront_response_headers_policy.docs_origins",
  "aws_wafv2_web_acl.docs_web_acl",
];

describe("what a site has been given", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "site-switches" });
    deployment = await world.deployment(
      "site",
      site(() => on),
    );
  });
  afterAll(() => world.stop());

  it("stands", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("is taken away in one step, and neither bucket nor distribution is replaced", async () => {
    const allow = [
      "aws_cloudfront_key_value_store.docs_passwords",
      "aws_cloudwatch_log_group.docs_web_acl",
      "aws_kms_key.docs_web_acl_logs",
    ];
    const change = await deployment.change(
      site(() => off),
      { allow },
    );
    expect(change.destroy).toEqual(expect.arrayContaining(inUse));
    expect(change.replace).toEqual([]);
    await deployment.expectEmptyPlan();
  });

  it("is given again", async () => {
    const change = await deployment.change(site(() => on));
    expect(change.create).toEqual(expect.arrayContaining(inUse));
    expect(change.replace).toEqual([]);
    expect(change.destroy).toEqual([]);
    await deployment.expectEmptyPlan();
  });

  it("loses a name, and its certificate is replaced while the distribution stands", async () => {
    const change = await deployment.change(site(() => ({ ...on, domainNames: ["www.shop.example.com"] })));
    expect(change.replace).toEqual(["aws_acm_certificate.docs_certificate", "aws_acm_certificate_validation.docs_certificate"]);
    await deployment.expectEmptyPlan();
  });

  it("is destroyed", async () => {
    await deployment.destroy();
  });
});
