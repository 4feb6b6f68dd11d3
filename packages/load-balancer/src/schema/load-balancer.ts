import { threshold } from "@groundplan/alarms/config";
import { slug, structural } from "@groundplan/core/schema";
import { addressRange } from "@groundplan/web-acl/config";
import { z } from "zod";
import { sslPolicies } from "./ssl-policies.js";

const ranges = () => structural(z.array(addressRange()), "each becomes a rule");

const testListener = z.strictObject({
  port: z.int().min(1).max(65535).default(8443).describe("Its port."),
  allowedCidrs: ranges().default([]).describe("Ranges that may connect: testers, a pipeline. Default: nobody."),
});

const alarms = z.strictObject({
  serverErrors: threshold({
    default: 10,
    min: 1,
    describe: "Answers of the load balancer's own with 5xx in a minute, such as 502 and 504, from which on it is told.",
  }),
  rejectedConnections: threshold({
    default: 1,
    min: 1,
    describe: "Connections in a minute that it had no room for, from which on it is told.",
  }),
  tlsErrors: threshold({
    default: 100,
    min: 1,
    describe: "TLS handshakes in five minutes that clients did not end, from which on it is told; scanners cause some.",
  }),
});

/** A load balancer's data, each field for itself; `config.ts` adds what holds between them. */
export const loadBalancerData = z.strictObject({
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
  name: slug(62)
    .regex(/^(?!internal-)/, "begins with internal-, which AWS keeps to itself; give another name")
    .describe("Its name, such as `shop-prod`; in AWS cut to 32 characters, where it is longer. Changing it makes another."),
  kind: structural(z.enum(["public", "internal"]), "it decides which subnets it stands in")
    .default("public")
    .describe("`public` stands in public subnets, for the internet; `internal` in private ones, for the VPC. Changing it makes another."),
  allowedCidrs: ranges()
    .optional()
    .describe("Ranges that may connect. Default: everybody, where it is public; where it is internal, nobody but groups that are let in."),
  dualStack: structural(z.boolean(), "it decides who may connect")
    .default(false)
    .describe("IPv4 and IPv6; its subnets need ranges of IPv6."),
  sslPolicy: z
    .enum(sslPolicies)
    .default("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")
    .describe("TLS versions and ciphers. The default takes TLS 1.3, and 1.2 with forward secrecy, and post-quantum key exchange."),
  idleTimeoutSeconds: z.int().min(1).max(4000).default(60).describe("Seconds without a byte, after which a connection is closed."),
  keepAliveSeconds: z.int().min(60).max(604_800).default(3600).describe("Seconds after which a client has to connect anew."),
  http2: z.boolean().default(true).describe("HTTP/2 for clients; gRPC needs it."),
  desyncMitigation: z
    .enum(["defensive", "strictest"])
    .default("defensive")
    .describe("`defensive` refuses requests that could be smuggled; `strictest` all that do not follow RFC 7230."),
  forwardedFor: z
    .enum(["append", "preserve", "remove"])
    .default("append")
    .describe("What becomes of `X-Forwarded-For`: the client's address is appended, nothing is changed, or it is taken out."),
  preserveHost: z.boolean().default(true).describe("Whether applications see `Host` as the client sent it, with its port or without."),
  testListener: structural(z.union([z.literal("off"), testListener]), "it decides which resources there are")
    .default("off")
    .describe("Where CodeDeploy shows a new revision before it takes over, with HTTPS and the same certificates."),
  logs: structural(z.enum(["accessAndConnections", "access", "off"]), "it decides whether a bucket is needed")
    .default("accessAndConnections")
    .describe("What is logged to the bucket: each request, each connection with its TLS handshake."),
  alarms: alarms.prefault({}).describe("Thresholds of its alarms: a number, `{ anomalyBand: 3 }`, or `off`."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse to delete it, in plans and in AWS: its DNS name would be another."),
});

export type LoadBalancerConfig = z.output<typeof loadBalancerData>;
