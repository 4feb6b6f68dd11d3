import type { ProductionRule } from "@groundplan/core/schema";
import { capacityFits, rangesFit, regionFits } from "./schema/checks.js";
import { type WebAclConfig, webAclData } from "./schema/web-acl.js";

/** A web ACL's data: the environment file's section, the props, their defaults, checks and documentation. */
export const schema = webAclData.check(capacityFits, regionFits, rangesFit);

export { addressRange, isIpv6 } from "./schema/address-range.js";
export { type WebAclConfig, webAclData } from "./schema/web-acl.js";

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { logs: { retentionDays: 7 } } satisfies { readonly logs: Partial<Exclude<WebAclConfig["logs"], "off">> };

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<WebAclConfig>[] = [
  {
    id: "web-acl-blocks",
    path: ["mode"],
    holds: ({ mode }) => mode === "block",
    message: 'is "count", which stops nobody; set "mode" to block once the trial is over',
  },
  {
    id: "web-acl-common-rules",
    path: ["managedRules"],
    holds: ({ managedRules: { common, knownBadInputs, ipReputation, sqli } }) =>
      [common, knownBadInputs, ipReputation, sqli].every((action) => !["off", "count"].includes(String(action))),
    message:
      'lets known attacks through; set "common", "knownBadInputs", "ipReputation" and "sqli" to block, but for the rules that hinder you',
  },
  {
    id: "web-acl-rate-limited",
    path: ["rateLimit"],
    holds: ({ rateLimit }) => rateLimit !== "off",
    message: 'is "off", so that one address can ask as much as it likes; give a number of requests, such as 2000',
  },
  {
    id: "web-acl-logged",
    path: ["logs"],
    holds: ({ logs }) => logs !== "off",
    message: 'is "off", and nobody can say what was blocked; leave "logs" on',
  },
];
