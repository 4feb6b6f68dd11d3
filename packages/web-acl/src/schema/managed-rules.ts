import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** A group of rules that AWS keeps. */
interface ManagedGroup {
  readonly awsName: string;
  /** Web ACL capacity units that it takes. */
  readonly capacity: number;
  /** Its place among the rules; AWS asks cheap and broad ones first. */
  readonly priority: number;
  /** What it finds. */
  readonly finds: string;
  readonly byDefault: "block" | "off";
}

// https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html and the pages beside it
export const managedGroups = {
  ipReputation: {
    awsName: "AWSManagedRulesAmazonIpReputationList",
    capacity: 25,
    priority: 100,
    finds: "addresses that Amazon knows to attack",
    byDefault: "block",
  },
  anonymousIps: {
    awsName: "AWSManagedRulesAnonymousIpList",
    capacity: 50,
    priority: 110,
    finds: "VPNs, proxies, Tor, and hosting providers: other people's servers too",
    byDefault: "off",
  },
  common: {
    awsName: "AWSManagedRulesCommonRuleSet",
    capacity: 700,
    priority: 120,
    finds: "what OWASP lists: cross-site scripting, file inclusion, bodies over 8 KB, requests without a user agent",
    byDefault: "block",
  },
  knownBadInputs: {
    awsName: "AWSManagedRulesKnownBadInputsRuleSet",
    capacity: 200,
    priority: 130,
    finds: "patterns of known exploits, such as Log4j's",
    byDefault: "block",
  },
  sqli: { awsName: "AWSManagedRulesSQLiRuleSet", capacity: 200, priority: 140, finds: "SQL injection", byDefault: "block" },
  adminProtection: {
    awsName: "AWSManagedRulesAdminProtectionRuleSet",
    capacity: 100,
    priority: 150,
    finds: "paths of administration pages",
    byDefault: "off",
  },
  linux: { awsName: "AWSManagedRulesLinuxRuleSet", capacity: 200, priority: 160, finds: "exploits of Linux", byDefault: "off" },
  posix: { awsName: "AWSManagedRulesUnixRuleSet", capacity: 100, priority: 170, finds: "exploits of POSIX shells", byDefault: "off" },
  windows: {
    awsName: "AWSManagedRulesWindowsRuleSet",
    capacity: 200,
    priority: 180,
    finds: "exploits of Windows and PowerShell",
    byDefault: "off",
  },
  php: { awsName: "AWSManagedRulesPHPRuleSet", capacity: 100, priority: 190, finds: "exploits of PHP", byDefault: "off" },
  wordpress: {
    awsName: "AWSManagedRulesWordPressRuleSet",
    capacity: 100,
    priority: 200,
    finds: "exploits of WordPress",
    byDefault: "off",
  },
} as const satisfies Record<string, ManagedGroup>;

export type ManagedGroupName = keyof typeof managedGroups;

const ruleName = z.string().regex(/^[0-9A-Za-z_-]{1,128}$/, "is no rule of a group; give one such as SizeRestrictions_BODY");

const exceptFor = z.strictObject({
  count: structural(z.array(ruleName).min(1), "each becomes an override").describe("Rules of the group that only count, by AWS's names."),
});

const field = ({ finds, byDefault, capacity }: ManagedGroup) =>
  structural(z.union([z.enum(["block", "count", "off"]), exceptFor]), "it decides which rules there are")
    .default(byDefault)
    .describe(`Finds ${finds}; ${capacity} capacity units.`);

const groups = managedGroups;

/** What happens to whatever AWS's groups find: `block`, `count`, `off`, or block but for some rules. */
export const managedRules = z.strictObject({
  ipReputation: field(groups.ipReputation),
  anonymousIps: field(groups.anonymousIps),
  common: field(groups.common),
  knownBadInputs: field(groups.knownBadInputs),
  sqli: field(groups.sqli),
  adminProtection: field(groups.adminProtection),
  linux: field(groups.linux),
  posix: field(groups.posix),
  windows: field(groups.windows),
  php: field(groups.php),
  wordpress: field(groups.wordpress),
});

export type ManagedRules = z.output<typeof managedRules>;

/** The groups that are on, in the order of their rules. */
export function groupsOf(
  rules: ManagedRules,
): { readonly group: ManagedGroupName; readonly action: Exclude<ManagedRules["common"], "off"> }[] {
  const names = Object.keys(managedGroups) as ManagedGroupName[];
  return names.flatMap((group) => {
    const action = rules[group];
    return action === "off" ? [] : [{ group, action }];
  });
}
