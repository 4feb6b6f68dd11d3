import { schemas as dnsSchemas } from "@groundplan/dns/config";
import { loadBalancerData, nonProduction, rules, schemas } from "@groundplan/load-balancer/config";
import {
  nonProduction as aclNonProduction,
  rules as aclRules,
  schema as aclSchema,
  type WebAclConfig,
  webAclData,
} from "@groundplan/web-acl/config";
import { z } from "zod";
import { section, someAccount } from "../section.js";

const logsExpireAfterDays = z
  .int()
  .min(1)
  .default(365)
  .describe("Days after which a bucket of the environment's own forgets who asked for what; the estate's archive says so itself.");
// two of the ten that a certificate may have are the zone's
const certificateNames = dnsSchemas.Certificate.shape.alternativeNames
  .unwrap()
  .max(8)
  .default([])
  .describe("Names of its certificate, beside the zone's own and all that are one level beneath it: `*.preview.dev.shop.example.com`.");
const apex = z
  .boolean()
  .default(true)
  .describe("Whether the zone's own name leads to it, as all beneath it do; off where something else stands there, such as a site.");
const off = z.literal("off");
const acl = webAclData.omit({ name: true, accountId: true, region: true, scope: true });

const schema = loadBalancerData.omit({ name: true }).extend({
  logsExpireAfterDays,
  certificateNames,
  apex,
  webAcl: z.union([off, acl]).prefault({}).describe("What stands before it and blocks attacks; `off` lets everything through."),
});

const whole = schemas.LoadBalancer.safeExtend({ logsExpireAfterDays, certificateNames, apex, webAcl: z.union([off, aclSchema]) });

interface Ingress {
  readonly kind: "public" | "internal";
  readonly webAcl: "off" | WebAclConfig;
}

export const ingress = section({
  schema,
  whole,
  wire: ({ project, environment, region }, { webAcl = {}, ...data }) => ({
    ...data,
    name: `${project}-${environment}`,
    webAcl: webAcl === "off" ? webAcl : { ...(webAcl as object), name: `${project}-${environment}`, accountId: someAccount, region },
  }),
  nonProduction: { ...nonProduction, logsExpireAfterDays: 30, webAcl: aclNonProduction },
  rules: [
    ...rules,
    ...aclRules.map((rule) => ({
      ...rule,
      path: ["webAcl", ...rule.path],
      holds: ({ webAcl }: Ingress) => webAcl === "off" || rule.holds(webAcl),
    })),
    {
      id: "ingress-web-acl",
      path: ["webAcl"],
      holds: ({ kind, webAcl }: Ingress) => kind === "internal" || webAcl !== "off",
      message: 'is "off" before a load balancer that all the internet reaches; leave it on, at first with "mode: count"',
    },
  ],
  notices: () => [],
  kinds: ["workload"],
});
