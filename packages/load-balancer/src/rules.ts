import type { ProductionRule } from "@groundplan/core/schema";
import type { LoadBalancerConfig } from "./schema/load-balancer.js";

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<LoadBalancerConfig>[] = [
  {
    id: "load-balancer-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and one that is deleted comes back under another DNS name; leave "protect" on',
  },
  {
    id: "load-balancer-logged",
    path: ["logs"],
    holds: ({ logs }) => logs !== "off",
    message: 'is "off", and nobody can say who asked for what; leave "logs" on',
  },
  {
    id: "load-balancer-test-listener-closed",
    path: ["testListener", "allowedCidrs"],
    holds: ({ testListener }) => testListener === "off" || !testListener.allowedCidrs.some((range) => range.endsWith("/0")),
    message: "lets everybody see what is not released; name the testers' ranges",
  },
  {
    id: "load-balancer-errors-told",
    path: ["alarms", "serverErrors"],
    holds: ({ alarms: { serverErrors } }) => serverErrors !== "off",
    message: 'is "off", and nobody hears that no target answers; give a number, such as 10',
  },
];
