import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { Wafv2WebAclRule } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import { synthesize, type Template } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { webAcl } from "../examples/web-acl.js";
import { associate, WebAcl, type WebAclProps } from "../src/index.js";

const base: WebAclProps = {
  name: "shop-prod",
  accountId: "111111111111",
  region: "eu-west-1",
  encryptionKey: { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/1" },
};

const everything: Partial<WebAclProps> = {
  mode: "count",
  managedRules: { common: { count: ["SizeRestrictions_BODY"] }, sqli: "off", linux: "block", anonymousIps: "count" },
  rateLimit: 500,
  allow: ["198.51.100.0/24"],
  deny: ["203.0.113.0/24", "2001:db8::/32", "203.0.113.0/24"],
  logs: { retentionDays: 30, requests: "all", redactedHeaders: ["x-shop-token"], redactQuery: true },
  sampledRequests: true,
  alarms: { blockedRequests: 1000 },
  encryptionKey: undefined,
  alarmTopic: { topicArn: "arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts" },
};

const aclOf = (props: Partial<WebAclProps>) => (stack: TerraformStack) => void new WebAcl(stack, "web-acl", { ...base, ...props });

function aclTemplate(props: Partial<WebAclProps> = {}): Template {
  return synthesize(aclOf(props));
}

/** A rule as Terraform has it. */
interface Rule extends Pick<Wafv2WebAclRule, "name" | "priority"> {
  readonly [attribute: string]: unknown;
}

function rulesOf(props: Partial<WebAclProps> = {}): Rule[] {
  return (aclTemplate(props).resource("aws_wafv2_web_acl")["rule"] as Rule[]).toSorted((one, other) => one.priority - other.priority);
}

const rule = (name: string, props: Partial<WebAclProps>) => rulesOf(props).find((one) => one.name === name);

describe("a WebAcl", () => {
  it("has the addresses of its version", () => {
    expect(aclTemplate()).toHaveAddresses("golden/web-acl.txt");
    expect(aclTemplate(everything)).toHaveAddresses("golden/web-acl-everything.txt");
  });

  it("lets pass what no rule blocks", () => {
    expect(aclTemplate()).toHaveResource("aws_wafv2_web_acl", {
      name: "shop-prod",
      scope: "REGIONAL",
      default_action: { allow: {} },
      lifecycle: { create_before_destroy: true },
    });
  });

  it("limits each address and asks AWS's groups, the cheap ones first, by default", () => {
    expect(rulesOf().map(({ name }) => name)).toEqual([
      "rate-limit",
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesCommonRuleSet",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesSQLiRuleSet",
    ]);
  });

  it("asks for who is kept out first, then for who passes, then for who asks too much", () => {
    expect(rulesOf(everything).map(({ name, priority }) => [name, priority])).toEqual([
      ["deny", 0],
      ["allow", 10],
      ["rate-limit", 20],
      ["AWSManagedRulesAmazonIpReputationList", 100],
      ["AWSManagedRulesAnonymousIpList", 110],
      ["AWSManagedRulesCommonRuleSet", 120],
      ["AWSManagedRulesKnownBadInputsRuleSet", 130],
      ["AWSManagedRulesLinuxRuleSet", 160],
    ]);
  });

  it("moves no rule when another comes", () => {
    const places = (props: Partial<WebAclProps>) => new Map(rulesOf(props).map(({ name, priority }) => [name, priority]));
    const after = places(everything);
    for (const [name, priority] of places({})) expect(after.get(name) ?? priority).toBe(priority);
  });

  it("blocks by every rule of its own and of AWS's", () => {
    for (const { name, action, override_action } of rulesOf({ deny: ["203.0.113.0/24"] })) {
      if (name.startsWith("AWS")) expect(override_action).toEqual({ none: {} });
      else expect(action).toEqual({ block: {} });
    }
  });

  it("stops nobody in a trial", () => {
    for (const { name, action, override_action } of rulesOf(everything)) {
      if (name.startsWith("AWS")) expect(override_action).toEqual({ count: {} });
      else expect(action).toEqual(name === "allow" ? { allow: {} } : { count: {} });
    }
  });

  it("counts a whole group, or single rules of one", () => {
    const managedRules = { sqli: "count", common: { count: ["SizeRestrictions_BODY"] } } as const;
    expect(rule("AWSManagedRulesSQLiRuleSet", { managedRules })).toMatchObject({ override_action: { count: {} } });
    expect(rule("AWSManagedRulesCommonRuleSet", { managedRules })).toMatchObject({
      override_action: { none: {} },
      statement: {
        managed_rule_group_statement: {
          vendor_name: "AWS",
          name: "AWSManagedRulesCommonRuleSet",
          rule_action_override: [{ name: "SizeRestrictions_BODY", action_to_use: { count: {} } }],
        },
      },
    });
  });

  it("limits the requests of each address in five minutes, or does not", () => {
    expect(rule("rate-limit", {})).toMatchObject({
      statement: { rate_based_statement: { limit: 2000, aggregate_key_type: "IP", evaluation_window_sec: 300 } },
    });
    expect(rule("rate-limit", { rateLimit: "off" })).toBeUndefined();
  });

  it("keeps IPv4 and IPv6 in sets of their own, each range once", () => {
    const sets = aclTemplate(everything).resources("aws_wafv2_ip_set");
    expect(sets).toMatchObject({
      web_acl_allow_ipv4: { ip_address_version: "IPV4", addresses: ["198.51.100.0/24"], name: "shop-prod-allow-ipv4" },
      web_acl_deny_ipv4: { ip_address_version: "IPV4", addresses: ["203.0.113.0/24"] },
      web_acl_deny_ipv6: { ip_address_version: "IPV6", addresses: ["2001:db8::/32"] },
    });
    // AWS deletes no set that a rule still names
    for (const set of Object.values(sets)) expect(set).toMatchObject({ lifecycle: { create_before_destroy: true } });
    expect(rule("allow", everything)).toMatchObject({
      statement: { ip_set_reference_statement: { arn: "${aws_wafv2_ip_set.web_acl_allow_ipv4.arn}" } },
    });
    expect(rule("deny", everything)).toMatchObject({
      statement: {
        or_statement: {
          statement: [
            { ip_set_reference_statement: { arn: "${aws_wafv2_ip_set.web_acl_deny_ipv4.arn}" } },
            { ip_set_reference_statement: { arn: "${aws_wafv2_ip_set.web_acl_deny_ipv6.arn}" } },
          ],
        },
      },
    });
  });

  it("counts in CloudWatch under names that it takes, and shows no samples, which hold credentials", () => {
    for (const { visibility_config } of rulesOf(everything)) {
      expect(visibility_config).toEqual({
        cloudwatch_metrics_enabled: true,
        metric_name: expect.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
        sampled_requests_enabled: true,
      });
    }
    for (const one of rulesOf()) expect(one).toMatchObject({ visibility_config: { sampled_requests_enabled: false } });
  });

  it("takes arguments that no property covers", () => {
    const overrides = { webAcl: { tokenDomains: ["example.com"] } };
    expect(aclTemplate({ overrides })).toHaveResource("aws_wafv2_web_acl", { token_domains: ["example.com"] });
  });

  it("tells of many that are blocked where it is told to", () => {
    expect(aclTemplate().resources("aws_cloudwatch_metric_alarm")).toEqual({});
    expect(aclTemplate(everything)).toHaveResource("aws_cloudwatch_metric_alarm", {
      metric_name: "BlockedRequests",
      dimensions: { WebACL: "shop-prod", Rule: "ALL", Region: "eu-west-1" },
      threshold: 1000,
      alarm_actions: ["arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts"],
    });
  });
});

describe("its logs", () => {
  const logging = (props: Partial<WebAclProps>) => aclTemplate(props).resource("aws_wafv2_web_acl_logging_configuration");

  it("go encrypted to the only kind of group that WAF writes to", () => {
    expect(aclTemplate()).toHaveResource("aws_cloudwatch_log_group", {
      name: "aws-waf-logs-shop-prod",
      retention_in_days: 90,
      kms_key_id: "arn:aws:kms:eu-west-1:111111111111:key/1",
    });
    expect(logging({})["log_destination_configs"]).toEqual(["${aws_cloudwatch_log_group.web_acl.arn}"]);
  });

  it("have a key of their own where none is given", () => {
    expect(aclTemplate(everything)).toHaveResource("aws_cloudwatch_log_group", { kms_key_id: "${aws_kms_key.web_acl_logs.arn}" });
  });

  it("never hold credentials", () => {
    const always = ["authorization", "cookie", "proxy-authorization", "x-amz-security-token", "x-api-key"];
    const headers = (names: readonly string[]) => names.map((name) => ({ single_header: { name } }));
    expect(logging({})["redacted_fields"]).toEqual(headers(always));
    expect(logging(everything)["redacted_fields"]).toEqual([...headers([...always, "x-shop-token"]), { query_string: {} }]);
  });

  it("hold what was blocked or counted, or everything", () => {
    expect(logging({})["logging_filter"]).toEqual({
      default_behavior: "DROP",
      filter: [
        {
          behavior: "KEEP",
          requirement: "MEETS_ANY",
          condition: [
            { action_condition: { action: "BLOCK" } },
            { action_condition: { action: "COUNT" } },
            { action_condition: { action: "EXCLUDED_AS_COUNT" } },
          ],
        },
      ],
    });
    expect(logging(everything)).not.toHaveProperty("logging_filter");
  });

  it("can be left out", () => {
    const template = aclTemplate({ logs: "off" });
    expect(template.addresses).toEqual(["aws_wafv2_web_acl.web_acl"]);
  });
});

describe("a web ACL for CloudFront", () => {
  it("stands in us-east-1 with all that belongs to it, whatever the stack's region", () => {
    const template = synthesize((stack) => {
      const edgeProvider = new AwsProvider(stack, "edge", { alias: "edge", region: "us-east-1" });
      aclOf({ ...everything, scope: "cloudfront", region: "us-east-1", edgeProvider })(stack);
    });
    expect(template).toHaveResource("aws_wafv2_web_acl", { scope: "CLOUDFRONT" });
    expect(template).toHaveResource("aws_wafv2_ip_set", { scope: "CLOUDFRONT" });
    for (const address of template.addresses) expect(template.at(address)).toMatchObject({ provider: "aws.edge" });
    expect(template.resource("aws_cloudwatch_metric_alarm")["dimensions"]).toEqual({ WebACL: "shop-prod", Rule: "ALL" });
  });
});

describe("an association", () => {
  it("puts it before a load balancer, from the scope of whoever depends on it", () => {
    const template = synthesize((stack) => {
      associate(new Construct(stack, "ingress"), { webAcl: { webAclArn: "arn:acl" }, resourceArn: "arn:balancer" });
    });
    expect(template).toHaveResourceAt("aws_wafv2_web_acl_association.ingress", { web_acl_arn: "arn:acl", resource_arn: "arn:balancer" });
  });
});

it("the example lets large bodies pass, and stands before its load balancer", () => {
  const template = synthesize((stack) => void webAcl(stack));
  expect(template.addresses).toEqual(
    expect.arrayContaining(["aws_wafv2_ip_set.web_acl_allow_ipv4", "aws_wafv2_web_acl_association.web_acl"]),
  );
});
