import { brokenRules, type DeepReadonly, problemsOf, problemText } from "@groundplan/core/schema";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { nonProduction, rules, schemas } from "../src/config.js";
import type { LoadBalancerData, RouteData, TargetGroupData } from "../src/props.generated.js";

const given = {
  LoadBalancer: { name: "shop-prod" },
  TargetGroup: { name: "shop-prod-api", port: 8080 },
  Route: { priority: 10, hosts: ["api.example.com"] },
};

/** What a schema has against a config, a line each. */
function problems(className: keyof typeof schemas, config: object): string[] {
  const schema: z.ZodType = schemas[className];
  const result = schema.safeParse({ ...given[className], ...config }, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, schema)).map(problemText);
}

describe("the data", () => {
  it("is what the props say", () => {
    expectTypeOf<LoadBalancerData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.LoadBalancer>>>();
    expectTypeOf<TargetGroupData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.TargetGroup>>>();
    expectTypeOf<RouteData>().toEqualTypeOf<DeepReadonly<z.input<typeof schemas.Route>>>();
  });

  it.each(["LoadBalancer", "TargetGroup", "Route"] as const)("needs little for a %s", (className) => {
    expect(problems(className, {})).toEqual([]);
  });
});

describe("a load balancer's data", () => {
  it.each([
    [{ name: "internal-shop" }, '"name" "internal-shop" begins with internal-, which AWS keeps to itself; give another name'],
    [{ sslPolicy: "ELBSecurityPolicy-2016-08" }, '"sslPolicy" "ELBSecurityPolicy-2016-08" is not one of'],
    [{ allowedCidrs: ["10.0.0.1/8"] }, '"allowedCidrs.0" "10.0.0.1/8" is not how AWS writes a range; did you mean 10.0.0.0/8?'],
    [{ allowedCidrs: ["10.0.0.1"] }, '"allowedCidrs.0" "10.0.0.1" is an address and no range; did you mean 10.0.0.1/32?'],
    [{ allowedCidrs: ["::/0"] }, '"allowedCidrs.0" "::/0" is IPv6, and "dualStack" is off; take it out, or set "dualStack"'],
    [
      { testListener: { allowedCidrs: ["2001:db8::/32"] } },
      '"testListener.allowedCidrs.0" "2001:db8::/32" is IPv6, and "dualStack" is off',
    ],
    [{ testListener: { port: 443 } }, `"testListener.port" 443 is a port of the load balancer's own; give another, such as 8443`],
    [{ idleTimeoutSeconds: 0 }, '"idleTimeoutSeconds" 0 is too small; give at least 1'],
    [{ desyncMitigation: "monitor" }, '"desyncMitigation" "monitor" is not one of "defensive", "strictest"'],
  ])("refuses %j", (config, message) => {
    expect(problems("LoadBalancer", config)).toEqual([expect.stringContaining(message)]);
  });

  it("tells a problem between fields beside one in a field", () => {
    expect(problems("LoadBalancer", { name: "Shop", allowedCidrs: ["::/0"] })).toHaveLength(2);
  });

  it("breaks no rule by default, and each one that it is told to", () => {
    const broken = (config: object) =>
      brokenRules(rules, schemas.LoadBalancer.parse({ ...given.LoadBalancer, ...config })).map(({ id }) => id);
    expect(broken({})).toEqual([]);
    expect(broken(nonProduction)).toEqual(["load-balancer-protected"]);
    expect(broken({ logs: "off" })).toEqual(["load-balancer-logged"]);
    expect(broken({ testListener: { allowedCidrs: ["0.0.0.0/0"] } })).toEqual(["load-balancer-test-listener-closed"]);
    expect(broken({ testListener: { allowedCidrs: ["10.0.0.0/8"] } })).toEqual([]);
    expect(broken({ alarms: { serverErrors: "off" } })).toEqual(["load-balancer-errors-told"]);
  });
});

describe("a target group's data", () => {
  it.each([
    [
      { healthCheck: { timeoutSeconds: 10 } },
      '"healthCheck.timeoutSeconds" 10 is not shorter than "intervalSeconds" 10; give at most 9, or a longer interval',
    ],
    [{ healthCheck: { intervalSeconds: 4, timeoutSeconds: 2 } }, '"healthCheck.intervalSeconds" 4 is too small; give at least 5'],
    [{ healthCheck: { path: "health" } }, '"healthCheck.path" "health" is no path; give one such as /health'],
    [{ healthCheck: { matcher: "ok" } }, '"healthCheck.matcher" "ok" is no list of codes; give one such as'],
    [{ healthCheck: { matcher: "200-500" } }, `"healthCheck.matcher" "200-500" has 500, which is no code of HTTP1's checks`],
    [{ healthCheck: { matcher: "299-200" } }, '"healthCheck.matcher" "299-200" has 299-200, which is no range; give the lower code first'],
    [{ protocolVersion: "GRPC", healthCheck: { matcher: "200" } }, "has 200, which is no code of GRPC's checks; give codes from 0 to 99"],
    [{ slowStartSeconds: 10 }, '"slowStartSeconds" 10'],
    [
      { slowStartSeconds: 60, algorithm: "least_outstanding_requests" },
      '"slowStartSeconds" 60 does not go with "algorithm" least_outstanding_requests; give 0, or round_robin',
    ],
    [{ stickiness: { type: "app_cookie" } }, '"stickiness.cookieName" is missing; give the cookie that the application sets'],
    [{ stickiness: { cookieName: "session" } }, '"stickiness.cookieName" "session" is none of "lb_cookie"'],
    [{ stickiness: { type: "app_cookie", cookieName: "AWSALBX" } }, "is no cookie of an application's"],
    [{ port: 0 }, '"port" 0 is too small; give at least 1'],
    [{ deregistrationDelaySeconds: 3601 }, '"deregistrationDelaySeconds" 3601 is too big; give at most 3600'],
  ])("refuses %j", (config, message) => {
    expect(problems("TargetGroup", config)).toEqual([expect.stringContaining(message)]);
  });

  it("takes codes of gRPC for gRPC", () => {
    expect(problems("TargetGroup", { protocolVersion: "GRPC", healthCheck: { matcher: "0-12,15" } })).toEqual([]);
  });
});

describe("a route's data", () => {
  it.each([
    [{ hosts: [] }, '"hosts" [] and "paths" are both empty; give one, "paths": ["/*"] for everything'],
    [{ hosts: ["API.example.com"] }, '"hosts.0" "API.example.com" is no host; give a name in lower case'],
    [{ hosts: ["localhost"] }, '"hosts.0" "localhost" has no domain at its end; give one such as api.example.com'],
    [{ paths: ["orders"] }, '"paths.0" "orders" is no path; give one such as /orders/*'],
    [{ paths: ["/a b"] }, '"paths.0" "/a b" is no path'],
    [{ paths: ["/1", "/2", "/3", "/4", "/5"] }, "make 6 hosts and paths, and a rule takes 5; make another route for the rest"],
    [{ paths: ["/*/*/*", "/?/?/?/?"] }, "make 7 wildcards with the hosts, and a rule takes 6; make another route for the rest"],
    [{ priority: 0 }, '"priority" 0 is too small; give at least 1'],
    [{ priority: 50_001 }, '"priority" 50001 is too big; give at most 50000'],
  ])("refuses %j", (config, message) => {
    expect(problems("Route", config)).toEqual([expect.stringContaining(message)]);
  });
});
