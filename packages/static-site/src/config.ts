import { crossCheck } from "@groundplan/core/schema";
import { siteEdgeChecks } from "@groundplan/site-edge/config";
import { behaviourProblems, originProblems } from "./checks/behaviours.js";
import { keepProblems, parameterProblems } from "./checks/bucket.js";
import { webAclProblems } from "./checks/web-acl.js";
import { type StaticSiteConfig, staticSiteData } from "./schema/site.js";

/** A site's data: the environment file's section, the props, their defaults, checks and documentation. */
export const schemas = {
  StaticSite: staticSiteData.check(
    ...siteEdgeChecks,
    crossCheck<StaticSiteConfig>(["oldVersionsExpireAfterDays", "keep"], keepProblems),
    crossCheck<StaticSiteConfig>(["cache"], parameterProblems),
    crossCheck<StaticSiteConfig>(["origins", "cache"], behaviourProblems),
    crossCheck<StaticSiteConfig>(["origins", "domainNames"], originProblems),
    crossCheck<StaticSiteConfig>(["webAcl"], webAclProblems),
  ),
};

export { notices } from "./notices.js";
export { rules } from "./rules.js";
export { type StaticSiteConfig, staticSiteData } from "./schema/site.js";

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = {
  oldVersionsExpireAfterDays: 14,
  keep: { versions: 5, days: 7 },
  webAcl: "off",
  logs: { bucketLogs: false, retentionDays: 30 },
  dashboard: false,
  protect: false,
} as const;
