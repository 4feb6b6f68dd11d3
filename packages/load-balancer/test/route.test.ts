import { synthesize, type Template } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { ingress } from "../examples/load-balancer.js";
import { Route, type RouteProps } from "../src/index.js";

const blue = { targetGroupArn: "arn:blue" };
const green = { targetGroupArn: "arn:green", weight: 0 };
const base: RouteProps = { listenerArn: "arn:listener", priority: 10, hosts: ["api.example.com"], targetGroups: [blue] };

function routeTemplate(props: Partial<RouteProps> = {}): Template {
  return synthesize((stack) => void new Route(stack, "api", { ...base, ...props }));
}

describe("a Route", () => {
  it("keeps its address", () => {
    expect(routeTemplate().addresses).toEqual(["aws_lb_listener_rule.api"]);
  });

  it("leads hosts and paths to a target group", () => {
    expect(routeTemplate({ paths: ["/v1/*"] }).resource("aws_lb_listener_rule")).toEqual({
      listener_arn: "arn:listener",
      priority: 10,
      condition: [{ host_header: { values: ["api.example.com"] } }, { path_pattern: { values: ["/v1/*"] } }],
      action: [{ type: "forward", target_group_arn: "arn:blue" }],
    });
  });

  it("leads to several by weight, and keeps clients with one where it is told to", () => {
    expect(routeTemplate({ targetGroups: [blue, green], stickinessSeconds: 600 }).resource("aws_lb_listener_rule")["action"]).toEqual([
      {
        type: "forward",
        forward: {
          target_group: [
            { arn: "arn:blue", weight: 1 },
            { arn: "arn:green", weight: 0 },
          ],
          stickiness: { enabled: true, duration: 600 },
        },
      },
    ]);
  });

  it("is left where CodeDeploy turned it", () => {
    expect(routeTemplate({ switchedBy: "codedeploy" })).toHaveResource("aws_lb_listener_rule", {
      lifecycle: { ignore_changes: ["action"] },
    });
    expect(routeTemplate().resource("aws_lb_listener_rule")).not.toHaveProperty("lifecycle");
  });

  it("refuses to lead nowhere, and to more groups than AWS takes", () => {
    expect(() => routeTemplate({ targetGroups: [] })).toThrow('"targetGroups" [] is empty; give one to five');
    expect(() => routeTemplate({ targetGroups: Array.from({ length: 6 }, () => blue) })).toThrow("is too long; give one to five");
  });

  it("takes arguments that no property covers", () => {
    const overrides = { rule: { tags: { Name: "api" } } };
    expect(routeTemplate({ overrides })).toHaveResource("aws_lb_listener_rule", { tags: { Name: "api" } });
  });
});

it("the example leads from the load balancer to its targets", () => {
  expect(synthesize(ingress)).toHaveResourceAt("aws_lb_listener_rule.api_route", {
    listener_arn: "${aws_lb_listener.ingress_https.arn}",
    action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.api.arn}" }],
  });
});
