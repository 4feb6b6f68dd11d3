import { brokenRules } from "@groundplan/core/schema";
import { describe, expect, it } from "vitest";
import { rules } from "../src/config.js";
import { config } from "./problems.js";

const broken = (data: Readonly<Record<string, unknown>>) =>
  brokenRules(rules, config({ domainNames: ["docs.example.com"], ...data })).map(({ id }) => id);

describe("production", () => {
  it.each([
    ["site-public", { basicAuth: true }],
    ["site-own-name", { domainNames: [] }],
    ["site-https-remembered", { headers: { hsts: "off" } }],
    ["site-https-remembered", { headers: { hsts: { maxAgeDays: 30 } } }],
    ["site-content-security-policy", { headers: { contentSecurityPolicy: "off" } }],
    ["site-behind-waf", { webAcl: "off" }],
    ["site-web-acl-blocks", { webAcl: { mode: "count" } }],
    ["site-web-acl-common-rules", { webAcl: { managedRules: { sqli: "off" } } }],
    ["site-web-acl-rate-limited", { webAcl: { rateLimit: "off" } }],
    ["site-web-acl-logged", { webAcl: { logs: "off" } }],
    ["site-logged", { logs: { accessLogs: "off" } }],
    ["site-logs-kept", { logs: { retentionDays: 30 } }],
    ["site-observed", { alarms: { errors5xxPercent: "off" } }],
    ["site-rollback", { keep: { versions: 1 } }],
    ["site-protected", { protect: false }],
  ])("demands %s of %j", (id, data) => {
    expect(broken(data)).toEqual([id]);
  });

  it("has a test for each of its rules", () => {
    expect(rules).toHaveLength(14);
  });
});
