import { structural } from "@groundplan/core/schema";
import {
  loadBalancerData,
  routeHosts,
  routePaths,
  routePriority,
  targetGroupChecks,
  targetGroupData,
} from "@groundplan/load-balancer/config";
import { addressRange, webAclData } from "@groundplan/web-acl/config";
import { z } from "zod";

const decides = "it decides which resources there are";

const targetGroup = targetGroupData.omit({ name: true, port: true }).check(...targetGroupChecks);

/** What the service knows already of a load balancer of its own is not asked again. */
const ownLoadBalancer = loadBalancerData.omit({ name: true, kind: true, testListener: true, protect: true });
const ownWebAcl = webAclData.omit({ name: true, accountId: true, region: true, scope: true });

const testListener = z.strictObject({
  port: z.int().min(1).max(65_535).default(8443).describe("Its port."),
  allowedCidrs: structural(z.array(addressRange()), "each becomes a rule")
    .default([])
    .describe("Ranges that may connect: testers, a pipeline. Default: nobody."),
});

/** Where requests come from, and which tasks get them. */
export const trafficFields = {
  loadBalancer: structural(z.enum(["public", "internal", "shared", "none"]), decides)
    .default("none")
    .describe(
      "Where requests come from: a load balancer of the service's own, `public` or `internal`; a `shared` one; or `none`, as for a worker.",
    ),
  hosts: routeHosts()
    .default([])
    .describe("Whole names that the service answers to. Its certificate has them, where the load balancer is its own."),
  paths: routePaths().default([]).describe("Paths that it answers on, such as `/api/*`. Default: all."),
  priority: routePriority()
    .optional()
    .describe("Place of its rule on a shared listener: the lowest that matches wins. Each service needs its own."),
  targetGroup: structural(targetGroup, "checks go over several of its fields")
    .prefault({})
    .describe("How tasks get requests: health check, stickiness, slow start, and how long they may end what they began."),
  healthCheckGraceSeconds: z
    .int()
    .min(0)
    .max(2_147_483_647)
    .default(60)
    .describe("Seconds after a task's start in which failed health checks of the load balancer do not count."),
  ownLoadBalancer: structural(ownLoadBalancer, decides)
    .prefault({})
    .describe("A load balancer of the service's own, where `loadBalancer` is `public` or `internal`."),
  testListener: structural(z.union([z.literal("off"), testListener]), decides)
    .prefault({})
    .describe("Where CodeDeploy shows a new revision before it takes over. A shared load balancer has its own, which `off` leaves alone."),
  ownWebAcl: structural(z.union([z.literal("off"), ownWebAcl]), decides)
    .prefault({})
    .describe("What stands before a public load balancer of the service's own, unless a web ACL is wired; `off` lets everything through."),
};
