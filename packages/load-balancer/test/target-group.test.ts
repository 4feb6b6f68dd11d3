import { synthesize, type Template } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { TargetGroup, type TargetGroupProps } from "../src/index.js";

const base: TargetGroupProps = { name: "shop-prod-api", port: 8080, network: { vpcId: "vpc-1" } };

function groupTemplate(props: Partial<TargetGroupProps> = {}): Template {
  return synthesize((stack) => void new TargetGroup(stack, "api", { ...base, ...props }));
}

describe("a TargetGroup", () => {
  it("keeps its address", () => {
    expect(groupTemplate().addresses).toEqual(["aws_lb_target_group.api"]);
  });

  it("is made anew before the old one goes, under a name of its own", () => {
    expect(groupTemplate()).toHaveResource("aws_lb_target_group", {
      name_prefix: "api-",
      target_type: "ip",
      vpc_id: "vpc-1",
      port: 8080,
      tags: { Name: "shop-prod-api" },
      lifecycle: { create_before_destroy: true },
    });
    expect(groupTemplate().resource("aws_lb_target_group")).not.toHaveProperty("name");
  });

  it("never has a prefix longer than the six characters that Terraform takes", () => {
    expect(groupTemplate({ name: "statistics" })).toHaveResource("aws_lb_target_group", { name_prefix: "stati-" });
  });

  it.each([
    ["HTTP1", "/", "200"],
    ["HTTP2", "/", "200"],
    ["GRPC", "/AWS.ALB/healthcheck", "12"],
  ] as const)("asks targets of %s for what these answer", (protocolVersion, path, matcher) => {
    expect(groupTemplate({ protocolVersion })).toHaveResource("aws_lb_target_group", {
      protocol_version: protocolVersion,
      health_check: {
        enabled: true,
        protocol: "HTTP",
        path,
        matcher,
        interval: 10,
        timeout: 5,
        healthy_threshold: 2,
        unhealthy_threshold: 3,
      },
    });
  });

  it("asks what it is told to", () => {
    const healthCheck = { path: "/health?deep=1", matcher: "200-299", intervalSeconds: 30, timeoutSeconds: 29 };
    expect(groupTemplate({ protocol: "HTTPS", healthCheck })).toHaveResource("aws_lb_target_group", {
      health_check: expect.objectContaining({ protocol: "HTTPS", path: "/health?deep=1", matcher: "200-299", interval: 30, timeout: 29 }),
    });
  });

  it("keeps clients with a target where it is told to", () => {
    expect(groupTemplate().resource("aws_lb_target_group")["stickiness"]).toEqual({ enabled: false, type: "lb_cookie" });
    expect(
      groupTemplate({ stickiness: { type: "app_cookie", cookieName: "session" } }).resource("aws_lb_target_group")["stickiness"],
    ).toEqual({
      enabled: true,
      type: "app_cookie",
      cookie_duration: 86_400,
      cookie_name: "session",
    });
  });

  it("lets targets that go finish what they do, and new ones begin slowly where it is told to", () => {
    expect(groupTemplate()).toHaveResource("aws_lb_target_group", { deregistration_delay: "60", slow_start: 0 });
    expect(groupTemplate({ deregistrationDelaySeconds: 300, slowStartSeconds: 90 })).toHaveResource("aws_lb_target_group", {
      deregistration_delay: "300",
      slow_start: 90,
    });
  });

  it("takes requests from targets that fail, where it chooses by weight", () => {
    expect(groupTemplate({ algorithm: "weighted_random" })).toHaveResource("aws_lb_target_group", {
      load_balancing_algorithm_type: "weighted_random",
      load_balancing_anomaly_mitigation: "on",
    });
  });

  it("takes arguments that no property covers", () => {
    const overrides = { targetGroup: { ipAddressType: "ipv6" } };
    expect(groupTemplate({ overrides })).toHaveResource("aws_lb_target_group", { ip_address_type: "ipv6" });
  });
});
