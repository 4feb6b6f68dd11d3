import { region, slug } from "@groundplan/core/schema";
import { z } from "zod";
import { acknowledgements } from "./acknowledgement.js";
import { sections } from "./sections.js";

/** One environment: its place, and a section for each layer. A file holds only what differs from the defaults. */
export const environmentSchema = z.strictObject({
  account: slug(30).describe("The account that it stands in, by its name in estate.yaml."),
  region: region().describe("The AWS region that it stands in."),
  production: z
    .boolean()
    .describe("Whether production's rules hold. With `false`, cheaper defaults lie beneath the file, and nothing is protected by default."),
  peerable: z
    .boolean()
    .default(true)
    .describe("Whether its network may ever be joined to another. With `false`, its addresses may be another environment's too."),
  acknowledge: acknowledgements,
  stateKeys: z
    .record(
      slug(40),
      z
        .string()
        .max(500)
        .regex(/^[a-z0-9][\w.-]*(\/[\w.-]+)*\.tfstate$/, 'is no key of a state; give one such as "old-name/network.tfstate"'),
    )
    .default({})
    .describe("Keys of states that are not at `<environment>/<layer>.tfstate`, by layer: a renamed environment keeps its states by them."),
  keys: sections.keys.schema.prefault({}).describe("The environment's KMS keys: for logs, data, secrets and alerts."),
  alerts: sections.alerts.schema
    .prefault({})
    .describe("Whom alarms tell: a topic in the environment's region, and one in us-east-1 for what stands at the edge."),
  network: sections.network.schema.optional().describe("The VPC. Without this section the environment has none."),
  dns: sections.dns.schema.optional().describe("The environment's own zone. Without this section it has none, and no certificates."),
  ecr: sections.ecr.schema.optional().describe("Repositories for the images of the whole estate, in the account that all share."),
  ingress: sections.ingress.schema
    .optional()
    .describe("A load balancer that services share, with its certificate, its web ACL and its logs. Without this section there is none."),
  cluster: sections.cluster.schema
    .prefault({})
    .describe("The ECS cluster that the services run in; there is one where there are services."),
  databases: z
    .record(slug(30), sections.databases.schema)
    .default({})
    .describe("Databases in isolated subnets, by name: each with a stack of its own."),
  services: z
    .record(slug(), sections.services.schema)
    .default({})
    .describe("Containers that run on Fargate, by name: each with a stack of its own."),
  sites: z
    .record(slug(30), sections.sites.schema)
    .default({})
    .describe("Static sites behind CloudFront, by name: each with a stack of its own, published by `groundplan site publish`."),
});

export type EnvironmentConfig = z.output<typeof environmentSchema>;
