import { Wafv2IpSet } from "@cdktf/provider-aws/lib/wafv2-ip-set/index.js";
import type { Wafv2WebAclRule, Wafv2WebAclRuleAction } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import { address, awsName } from "@groundplan/core";
import type { Construct } from "constructs";
import { isIpv6, type WebAclConfig } from "./config.js";
import { groupsOf, managedGroups } from "./schema/managed-rules.js";
import { visibility } from "./visibility.js";

/** Their numbers, with room between; AWS's groups follow, each with a number of its own, so that none moves when another comes. */
const priorities = { deny: 0, allow: 10, rateLimit: 20 };

// cdktf has no type for a statement, which may hold others without end, and hands it on as it is: hence Terraform's own letters.

/** Who is kept out, who is let pass, who asks too much; then what AWS's rules find. The first that fits decides: a denial wins. */
export function makeRules(module: Construct, config: WebAclConfig): Wafv2WebAclRule[] {
  return [
    ...addressRule(module, config, "deny"),
    ...addressRule(module, config, "allow"),
    ...rateRule(config),
    ...groupsOf(config.managedRules).map((on) => managedRule(config, on)),
  ];
}

/** What a rule of ours does to what it finds: in a trial, it counts. */
const blocks = ({ mode }: WebAclConfig): Wafv2WebAclRuleAction => (mode === "count" ? { count: {} } : { block: {} });

function addressRule(module: Construct, config: WebAclConfig, list: "allow" | "deny"): Wafv2WebAclRule[] {
  const ranges = [...new Set(config[list])];
  const sets = [
    { version: "IPV4", addresses: ranges.filter((range) => !isIpv6(range)) },
    { version: "IPV6", addresses: ranges.filter(isIpv6) },
  ].filter(({ addresses }) => addresses.length > 0);
  const references = sets.map((set) => ({ ip_set_reference_statement: { arn: makeSet(module, config, { list, ...set }).arn } }));
  const [only, ...others] = references;
  if (only === undefined) return [];
  return [
    {
      name: list,
      priority: priorities[list],
      action: list === "allow" ? { allow: {} } : blocks(config),
      statement: others.length === 0 ? only : { or_statement: { statement: references } },
      visibilityConfig: visibility(config, `${config.name}-${list}`),
    },
  ];
}

interface AddressSet {
  readonly list: "allow" | "deny";
  readonly version: string;
  readonly addresses: readonly string[];
}

function makeSet(module: Construct, config: WebAclConfig, { list, version, addresses }: AddressSet): Wafv2IpSet {
  const suffix = [list, version.toLowerCase()];
  const set = new Wafv2IpSet(module, suffix.join("-"), {
    name: awsName("aws_wafv2_web_acl", config.name, ...suffix),
    scope: config.scope === "cloudfront" ? "CLOUDFRONT" : "REGIONAL",
    ipAddressVersion: version,
    addresses: [...addresses],
    // AWS refuses to delete a set that a rule still names: it goes after the rule
    lifecycle: { createBeforeDestroy: true },
  });
  return address(set, module, ...suffix);
}

function rateRule(config: WebAclConfig): Wafv2WebAclRule[] {
  if (config.rateLimit === "off") return [];
  return [
    {
      name: "rate-limit",
      priority: priorities.rateLimit,
      action: blocks(config),
      statement: { rate_based_statement: { limit: config.rateLimit, aggregate_key_type: "IP", evaluation_window_sec: 300 } },
      visibilityConfig: visibility(config, `${config.name}-rate-limit`),
    },
  ];
}

function managedRule(config: WebAclConfig, { group, action }: ReturnType<typeof groupsOf>[number]): Wafv2WebAclRule {
  const { awsName: name, priority } = managedGroups[group];
  const counted = typeof action === "object" ? action.count : [];
  return {
    name,
    priority,
    // a group's own rules say block; to count is to override them all
    overrideAction: config.mode === "count" || action === "count" ? { count: {} } : { none: {} },
    statement: {
      managed_rule_group_statement: {
        vendor_name: "AWS",
        name,
        rule_action_override: counted.map((rule) => ({ name: rule, action_to_use: { count: {} } })),
      },
    },
    visibilityConfig: visibility(config, `${config.name}-${group}`),
  };
}
