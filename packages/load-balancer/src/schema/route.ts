import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** Numbers that a route may have. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html */
export const lastPriority = 50_000;

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
const host = z
  .string()
  .max(128)
  .regex(/^[a-z0-9.*?-]+$/, "is no host; give a name in lower case, such as api.example.com or *.example.com")
  .regex(/\.[a-z*?]+$/, "has no domain at its end; give one such as api.example.com");

const path = z
  .string()
  .max(128)
  .regex(
    /^[/*?][A-Za-z0-9_.$/~"'@:+&*?-]*$/,
    "is no path; give one such as /orders/*, begun by a slash, with letters, digits and _-.$/~\"'@:+&*?",
  );

/** A route's number among those of its listener: each its own. */
export const routePriority = () => structural(z.int().min(1).max(lastPriority), "it is held against the other routes'");

/** Names that a route answers to. */
export const routeHosts = () => structural(z.array(host), "they are counted, and held against the other routes'");

/** Paths that a route answers to. */
export const routePaths = () => structural(z.array(path), "they are counted, and held against the other routes'");

/** A route's data, each field for itself; `config.ts` adds what holds between them. */
export const routeData = z.strictObject({
  priority: routePriority().describe("Its number, 1 to 50000; the route with the smallest one that fits is taken."),
  hosts: routeHosts().default([]).describe("Names, in lower case, with `*` and `?`. Default: any."),
  paths: routePaths().default([]).describe("Paths, with `*` and `?`; `/*` is everything. Default: any, where hosts are given."),
  stickinessSeconds: z
    .int()
    .min(1)
    .max(604_800)
    .optional()
    .describe("With several target groups: seconds for which a client stays with one. Default: it does not."),
  switchedBy: structural(z.enum(["terraform", "codedeploy"]), "Terraform wants it as a literal")
    .default("terraform")
    .describe("Who says where requests go: `codedeploy` moves them, and Terraform leaves them where they are."),
});

export type RouteConfig = z.output<typeof routeData>;
