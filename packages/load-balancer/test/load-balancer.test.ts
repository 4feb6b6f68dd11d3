import type { LoadBalancerContract } from "@groundplan/core";
import { synthesize } from "@groundplan/testing";
import { TerraformOutput, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { LoadBalancer, type LoadBalancerProps } from "../src/index.js";
import { base, everything, loadBalancerTemplate } from "./load-balancer-template.js";

/** Who may connect to which port, in words. */
function entrances(props: Partial<LoadBalancerProps>): string[] {
  const rules = Object.values(loadBalancerTemplate(props).resources("aws_vpc_security_group_ingress_rule"));
  return rules
    .map((rule) => `${rule["cidr_ipv4"] ?? rule["cidr_ipv6"] ?? rule["referenced_security_group_id"]} ${rule["from_port"]}`)
    .sort();
}

const internal: Partial<LoadBalancerProps> = {
  kind: "internal",
  network: { vpcId: "vpc-1", privateSubnetIds: ["subnet-3", "subnet-4"] },
};

describe("a LoadBalancer", () => {
  it("has the addresses of its version", () => {
    expect(loadBalancerTemplate()).toHaveAddresses("golden/load-balancer.txt");
    expect(loadBalancerTemplate(everything)).toHaveAddresses("golden/load-balancer-everything.txt");
  });

  it("is protected, drops invalid headers, refuses smuggled requests, and logs requests and connections", () => {
    expect(loadBalancerTemplate()).toHaveResource("aws_lb", {
      name: "shop-prod",
      internal: false,
      subnets: ["subnet-1", "subnet-2"],
      security_groups: ["${aws_security_group.ingress.id}"],
      drop_invalid_header_fields: true,
      desync_mitigation_mode: "defensive",
      preserve_host_header: true,
      enable_deletion_protection: true,
      access_logs: { enabled: true, bucket: "shop-logs", prefix: "shop-prod/access" },
      connection_logs: { enabled: true, bucket: "shop-logs", prefix: "shop-prod/connections" },
      lifecycle: { prevent_destroy: true },
    });
  });

  it("can be deleted where its protection is off", () => {
    expect(loadBalancerTemplate({ protect: false })).toHaveResource("aws_lb", {
      enable_deletion_protection: false,
      lifecycle: { prevent_destroy: false },
    });
  });

  it("speaks TLS 1.3, or 1.2 with forward secrecy, and answers 404 to what no route takes", () => {
    expect(loadBalancerTemplate()).toHaveResourceAt("aws_lb_listener.ingress_https", {
      port: 443,
      protocol: "HTTPS",
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      certificate_arn: "arn:aws:acm:eu-west-1:111111111111:certificate/1",
      default_action: [
        { type: "fixed-response", fixed_response: { content_type: "text/plain", message_body: "Not found", status_code: "404" } },
      ],
    });
  });

  it("sends HTTP on to HTTPS for good, and has no other listener that is not encrypted", () => {
    const listeners = loadBalancerTemplate(everything).resources("aws_lb_listener");
    expect(listeners["ingress_http"]).toMatchObject({
      port: 80,
      default_action: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } }],
    });
    const encrypted = Object.entries(listeners).filter(([, { protocol }]) => protocol === "HTTPS");
    expect(encrypted.map(([name]) => name)).toEqual(["ingress_https", "ingress_test"]);
  });

  it("lets everybody in where it is public, by IPv6 too where it speaks that", () => {
    expect(entrances({})).toEqual(["0.0.0.0/0 443", "0.0.0.0/0 80"]);
    expect(entrances({ dualStack: true })).toEqual(["0.0.0.0/0 443", "0.0.0.0/0 80", "::/0 443", "::/0 80"]);
  });

  it("lets nobody in where it is internal, but for groups and ranges that are named", () => {
    expect(entrances(internal)).toEqual([]);
    expect(entrances({ ...internal, clients: { vpn: { securityGroupId: "sg-vpn" } } })).toEqual(["sg-vpn 443"]);
    expect(entrances({ ...internal, allowedCidrs: ["10.0.0.0/8", "10.0.0.0/8"] })).toEqual(["10.0.0.0/8 443", "10.0.0.0/8 80"]);
    expect(loadBalancerTemplate(internal)).toHaveResource("aws_lb", { internal: true, subnets: ["subnet-3", "subnet-4"] });
  });

  it("lets nobody see its test listener but the ranges that are named", () => {
    expect(entrances({ testListener: {} }).filter((rule) => rule.endsWith("8443"))).toEqual([]);
    expect(entrances({ testListener: { port: 9443, allowedCidrs: ["198.51.100.0/24"] } })).toContain("198.51.100.0/24 9443");
  });

  it("opens no way out: whoever stands behind it does", () => {
    expect(loadBalancerTemplate().resources("aws_vpc_security_group_egress_rule")).toEqual({});
    expect(loadBalancerTemplate().resource("aws_security_group")).not.toHaveProperty("egress");
  });

  it("shows other certificates by names of their own, on both listeners", () => {
    const certificates = loadBalancerTemplate(everything).resources("aws_lb_listener_certificate");
    expect(certificates).toEqual({
      ingress_https_shop: { listener_arn: "${aws_lb_listener.ingress_https.arn}", certificate_arn: expect.stringContaining("/2") },
      ingress_test_shop: { listener_arn: "${aws_lb_listener.ingress_test.arn}", certificate_arn: expect.stringContaining("/2") },
    });
  });

  it("stands behind a web ACL", () => {
    expect(loadBalancerTemplate(everything)).toHaveResource("aws_wafv2_web_acl_association", {
      resource_arn: "${aws_lb.ingress.arn}",
      web_acl_arn: "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/shop-prod/1",
    });
  });

  it("tells what goes wrong in itself, unless it is told not to", () => {
    const alarms = loadBalancerTemplate(everything).resources("aws_cloudwatch_metric_alarm");
    expect(alarms["ingress_server_errors"]).toMatchObject({
      metric_name: "HTTPCode_ELB_5XX_Count",
      dimensions: { LoadBalancer: "${aws_lb.ingress.arn_suffix}" },
      threshold: 10,
      alarm_actions: ["arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts"],
    });
    expect(alarms["ingress_rejected_connections"]).toMatchObject({ metric_name: "RejectedConnectionCount", threshold: 1 });
    expect(alarms["ingress_tls_errors"]).toMatchObject({ comparison_operator: "GreaterThanUpperThreshold" });
    const quiet = loadBalancerTemplate({ alarms: { serverErrors: "off", rejectedConnections: "off", tlsErrors: "off" } });
    expect(quiet.resources("aws_cloudwatch_metric_alarm")).toEqual({});
  });

  it("is the contract that services ask for", () => {
    const template = synthesize((stack) => {
      const ingress: LoadBalancerContract = new LoadBalancer(stack, "ingress", base);
      const { loadBalancerArnSuffix, dnsName, canonicalZoneId, httpsListenerArn, testListenerArn, securityGroupId } = ingress;
      const value = { loadBalancerArnSuffix, dnsName, canonicalZoneId, httpsListenerArn, testListenerArn, securityGroupId };
      new TerraformOutput(stack, "contract", { value, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      loadBalancerArnSuffix: "${aws_lb.ingress.arn_suffix}",
      dnsName: "${aws_lb.ingress.dns_name}",
      canonicalZoneId: "${aws_lb.ingress.zone_id}",
      httpsListenerArn: "${aws_lb_listener.ingress_https.arn}",
      testListenerArn: "",
      securityGroupId: "${aws_security_group.ingress.id}",
    });
  });

  it("takes arguments that no property covers", () => {
    const template = loadBalancerTemplate({
      testListener: {},
      overrides: {
        loadBalancer: { enableZonalShift: true },
        securityGroup: { description: "Ours" },
        httpsListener: { routingHttpResponseServerEnabled: false },
        testListener: { port: 8444 },
      },
    });
    expect(template).toHaveResource("aws_lb", { enable_zonal_shift: true });
    expect(template).toHaveResource("aws_security_group", { description: "Ours" });
    expect(template).toHaveResourceAt("aws_lb_listener.ingress_https", { routing_http_response_server_enabled: false });
    expect(template).toHaveResourceAt("aws_lb_listener.ingress_test", { port: 8444 });
  });

  it.each<[Partial<LoadBalancerProps>, string]>([
    [{ logBucket: undefined }, '"logBucket" is missing; give the bucket that takes the logs, or set "logs" to off'],
    [{ kind: "internal" }, '"network.privateSubnetIds" is missing; give the subnets of one that is internal'],
    [
      { network: { vpcId: "vpc-1", publicSubnetIds: ["subnet-1"] } },
      '"network.publicSubnetIds" ["subnet-1"] is too short; give subnets in two AZs at least',
    ],
  ])("refuses %j", (props, message) => {
    expect(() => loadBalancerTemplate(props)).toThrow(message);
  });

  it("needs no bucket without logs, and logs requests alone where that is enough", () => {
    const without = loadBalancerTemplate({ logs: "off", logBucket: undefined }).resource("aws_lb");
    expect(without).not.toHaveProperty("access_logs");
    expect(without).not.toHaveProperty("connection_logs");
    const access = loadBalancerTemplate({ logs: "access" }).resource("aws_lb");
    expect(access).toHaveProperty("access_logs");
    expect(access).not.toHaveProperty("connection_logs");
  });

  it("stands in subnets that are not known yet", () => {
    const network = { vpcId: "vpc-1", publicSubnetIds: Token.asList("${var.subnets}") };
    expect(loadBalancerTemplate({ network })).toHaveResource("aws_lb", { subnets: "${var.subnets}" });
  });
});
