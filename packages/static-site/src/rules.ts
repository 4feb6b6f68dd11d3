import type { ProductionRule } from "@groundplan/core/schema";
import { rules as webAclRules } from "@groundplan/web-acl/config";
import type { StaticSiteConfig } from "./schema/site.js";

const leastLogDays = 90;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<StaticSiteConfig>[] = [
  {
    id: "site-public",
    path: ["basicAuth"],
    holds: ({ basicAuth }) => !basicAuth,
    message: "is on, and keeps visitors out by one shared password, which is for previews; take it out",
  },
  {
    id: "site-own-name",
    path: ["domainNames"],
    holds: ({ domainNames }) => domainNames.length > 0,
    message: "is empty, and CloudFront's own name takes TLS versions that are long broken, and cannot be moved; give a domain name",
  },
  {
    id: "site-https-remembered",
    path: ["headers", "hsts"],
    holds: ({ headers }) => headers.hsts !== "off" && headers.hsts.maxAgeDays >= 365,
    message: "lets a visitor's first request go unencrypted, or soon again; give at least 365 days",
  },
  {
    id: "site-content-security-policy",
    path: ["headers", "contentSecurityPolicy"],
    holds: ({ headers }) => headers.contentSecurityPolicy !== "off",
    message: 'is "off", so that injected scripts run; name the sources that the site needs',
  },
  {
    id: "site-behind-waf",
    path: ["webAcl"],
    holds: ({ webAcl }) => webAcl !== "off",
    message: 'is "off", so that known attacks and floods get through; leave it on, or acknowledge this where a shared one stands before it',
  },
  ...webAclRules.map(
    ({ id, path, holds, message }): ProductionRule<StaticSiteConfig> => ({
      id: `site-${id}`,
      path: ["webAcl", ...path],
      holds: ({ webAcl, name, accountId }) =>
        webAcl === "off" || holds({ ...webAcl, name, accountId, region: "us-east-1", scope: "cloudfront" }),
      message,
    }),
  ),
  {
    id: "site-logged",
    path: ["logs", "accessLogs"],
    holds: ({ logs }) => logs.accessLogs !== "off",
    message: 'is "off", and nobody can say who asked for what; leave it on',
  },
  {
    id: "site-logs-kept",
    path: ["logs", "retentionDays"],
    holds: ({ logs }) => logs.retentionDays >= leastLogDays,
    message: `is short of the ${leastLogDays} days in which a break-in is usually found; give at least ${leastLogDays}`,
  },
  {
    id: "site-observed",
    path: ["alarms", "errors5xxPercent"],
    holds: ({ alarms }) => alarms.errors5xxPercent !== "off",
    message: 'is "off", so that a site that fails goes untold; give a share of the requests, such as 1',
  },
  {
    id: "site-rollback",
    path: ["keep", "versions"],
    holds: ({ keep }) => keep.versions >= 2,
    message: "leaves no version to roll back to; give at least 2",
  },
  {
    id: "site-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and one plan can destroy the site; leave "protect" on',
  },
];
