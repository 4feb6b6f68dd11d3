import { type CrossProblem, crossCheck, isKnown } from "@groundplan/core/schema";
import { isIpv6 } from "@groundplan/web-acl/config";
import { matcherProblem } from "./health-check.js";
import type { LoadBalancerConfig } from "./load-balancer.js";
import type { RouteConfig } from "./route.js";
import type { TargetGroupConfig } from "./target-group.js";

/** Without dual stack nobody comes by IPv6, and a rule for it is a mistake. */
export const rangesFit = crossCheck<LoadBalancerConfig>(
  ["allowedCidrs", "testListener", "dualStack"],
  ({ allowedCidrs = [], testListener, dualStack }) => {
    if (dualStack) return [];
    const refused = (path: readonly string[], ranges: readonly string[]): (CrossProblem | false)[] =>
      ranges.map(
        (value, index) =>
          isIpv6(value) && { path: [...path, index], value, message: 'is IPv6, and "dualStack" is off; take it out, or set "dualStack"' },
      );
    return [
      ...refused(["allowedCidrs"], allowedCidrs),
      ...refused(["testListener", "allowedCidrs"], testListener === "off" ? [] : testListener.allowedCidrs),
    ];
  },
);

/** Its own ports are taken. */
export const testPortFits = crossCheck<LoadBalancerConfig>(["testListener"], ({ testListener }) => [
  testListener !== "off" &&
    [80, 443].includes(testListener.port) && {
      path: ["testListener", "port"],
      value: testListener.port,
      message: "is a port of the load balancer's own; give another, such as 8443",
    },
]);

/** AWS refuses a check that could still wait when the next one begins. */
export const healthCheckFits = crossCheck<Pick<TargetGroupConfig, "healthCheck" | "protocolVersion">>(
  ["healthCheck", "protocolVersion"],
  ({ healthCheck: { timeoutSeconds, intervalSeconds, matcher }, protocolVersion }) => {
    const wrongCodes = matcher !== undefined && isKnown(matcher) ? matcherProblem(matcher, protocolVersion) : undefined;
    return [
      isKnown(timeoutSeconds) &&
        isKnown(intervalSeconds) &&
        timeoutSeconds >= intervalSeconds && {
          path: ["healthCheck", "timeoutSeconds"],
          value: timeoutSeconds,
          message: `is not shorter than "intervalSeconds" ${intervalSeconds}; give at most ${intervalSeconds - 1}, or a longer interval`,
        },
      wrongCodes !== undefined && { path: ["healthCheck", "matcher"], value: matcher, message: wrongCodes },
    ];
  },
);

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
export const slowStartFits = crossCheck<Pick<TargetGroupConfig, "algorithm" | "slowStartSeconds">>(
  ["slowStartSeconds", "algorithm"],
  ({ slowStartSeconds, algorithm }) => [
    isKnown(slowStartSeconds) &&
      slowStartSeconds > 0 &&
      algorithm !== "round_robin" && {
        path: ["slowStartSeconds"],
        value: slowStartSeconds,
        message: `does not go with "algorithm" ${algorithm}; give 0, or round_robin`,
      },
  ],
);

export const stickinessFits = crossCheck<Pick<TargetGroupConfig, "stickiness">>(["stickiness"], ({ stickiness }) => {
  if (stickiness === "off") return [];
  const { type, cookieName } = stickiness;
  const path = ["stickiness", "cookieName"];
  return [
    type === "app_cookie" &&
      cookieName === undefined && { path, value: undefined, message: "is missing; give the cookie that the application sets" },
    type === "lb_cookie" &&
      cookieName !== undefined && { path, value: cookieName, message: 'is none of "lb_cookie"; take it out, or set "type" to app_cookie' },
  ];
});

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
const most = { values: 5, wildcards: 6 };

/** A rule's conditions: one at least, and no more than AWS takes. */
export const conditionsFit = crossCheck<Pick<RouteConfig, "hosts" | "paths">>(["hosts", "paths"], ({ hosts, paths }) => {
  const all = [...hosts, ...paths];
  const wildcards = all.join("").replace(/[^*?]/g, "").length;
  const path = [paths.length > 0 ? "paths" : "hosts"];
  const value = paths.length > 0 ? paths : hosts;
  return [
    all.length === 0 && { path: ["hosts"], value: hosts, message: 'and "paths" are both empty; give one, "paths": ["/*"] for everything' },
    all.length > most.values && {
      path,
      value,
      message: `make ${all.length} hosts and paths, and a rule takes ${most.values}; make another route for the rest`,
    },
    wildcards > most.wildcards && {
      path,
      value,
      message: `make ${wildcards} wildcards with the hosts, and a rule takes ${most.wildcards}; make another route for the rest`,
    },
  ];
});
