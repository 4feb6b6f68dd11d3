import { z } from "zod";

/** What is asked, and what it answers, where a field is left out. Applications that do not know AWS's gRPC path answer 12, unimplemented. */
export const healthCheckDefaults = {
  HTTP1: { path: "/", matcher: "200" },
  HTTP2: { path: "/", matcher: "200" },
  GRPC: { path: "/AWS.ALB/healthcheck", matcher: "12" },
} as const;

/**
 * The fields of a target group's health check.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export const healthCheck = () =>
  z.strictObject({
    path: z
      .string()
      .max(1024)
      .regex(/^\/[^\s#]*$/, "is no path; give one such as /health")
      .optional()
      .describe("What is asked. Default: `/`; with gRPC `/AWS.ALB/healthcheck`."),
    matcher: z
      .string()
      .regex(/^\d+([,-]\d+)*$/, 'is no list of codes; give one such as "200", "200,204" or "200-299"')
      .optional()
      .describe("Codes that mean health: `200`, `200,204`, `200-299`. Default: `200`; with gRPC its code `12`, unimplemented."),
    intervalSeconds: z.int().min(5).max(300).default(10).describe("Seconds from one check to the next."),
    timeoutSeconds: z.int().min(2).max(120).default(5).describe("Seconds without an answer, after which a check has failed."),
    healthyThreshold: z.int().min(2).max(10).default(2).describe("Checks in a row that a target has to pass to get requests."),
    unhealthyThreshold: z.int().min(2).max(10).default(3).describe("Checks in a row that a target has to fail to get none."),
  });

/** Codes that a load balancer may take for health: HTTP's up to 499, gRPC's up to 99. */
const codes = { HTTP1: [200, 499], HTTP2: [200, 499], GRPC: [0, 99] } as const;

/** What is wrong with codes under a protocol version: `wrong; fix`. */
export function matcherProblem(matcher: string, protocolVersion: keyof typeof codes): string | undefined {
  const [first, last] = codes[protocolVersion];
  const ranges = matcher.split(",").map((part) => part.split("-").map(Number));
  const beyond = ranges.flat().find((code) => code < first || code > last);
  if (beyond !== undefined) return `has ${beyond}, which is no code of ${protocolVersion}'s checks; give codes from ${first} to ${last}`;
  const upsideDown = ranges.find((range) => range.length > 2 || Number(range[0]) > Number(range.at(-1)));
  return upsideDown === undefined ? undefined : `has ${upsideDown.join("-")}, which is no range; give the lower code first, as in 200-299`;
}
