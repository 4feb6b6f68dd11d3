import { structural } from "@groundplan/core/schema";
import { z } from "zod";

const dnsLabel = () =>
  z
    .string()
    .regex(/^[a-z](-?[a-z0-9])*$/, "is no name; give lower-case letters, digits and single hyphens, a letter first")
    .max(63);

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html */
export const serviceConnect = () =>
  structural(
    z.strictObject({
      role: structural(z.enum(["client", "server"]), "it decides whether the service is found")
        .default("server")
        .describe("A `client` finds others; a `server` is found, too. Needs `port`."),
      dnsName: dnsLabel().optional().describe("What others call it by, such as `api` in `http://api:8080`. Default: the service's name."),
      port: z.int().min(1).max(65535).optional().describe("Port that others call it on. Default: the container's."),
      idleTimeoutSeconds: z.int().min(0).default(3600).describe("Seconds after which an idle connection is closed; 0 never."),
      requestTimeoutSeconds: z.int().min(0).default(15).describe("Seconds that a request may take; 0 is without limit. For HTTP and gRPC."),
    }),
    "it decides what the service has",
  );

export type ServiceConnect = z.output<ReturnType<typeof serviceConnect>>;
