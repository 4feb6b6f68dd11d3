import { accountId, region, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { access } from "./access.js";
import { containerFields, sidecar } from "./container.js";
import { containerName, familyName } from "./fields.js";
import { logs } from "./logs.js";
import { size } from "./size.js";
import { volumes } from "./volumes.js";

const { image, ...mainContainer } = containerFields;

/** A task's data, each field for itself; `taskChecks` are what holds between them. */
export const taskData = z.strictObject({
  name: familyName().describe("The family's name, such as `shop-prod-api`; roles and log group are named after it."),
  accountId: accountId().describe("The account that the task runs in."),
  region: region().describe("Its region."),
  imageOwner: structural(z.enum(["terraform", "pipeline"]), "it decides which revisions there are")
    .default("terraform")
    .describe("Who says which image runs: `terraform`, or a `pipeline` whose revisions Terraform never takes back."),
  image: image
    .optional()
    .describe("The image, best by digest: `repository@sha256:…`, else `repository:tag`. Left out where a pipeline owns it."),
  size: size().describe("CPU and memory of the whole task, a pair that Fargate runs."),
  architecture: z
    .enum(["X86_64", "ARM64"])
    .default("X86_64")
    .describe("What the images are built for. `ARM64` (Graviton) costs a fifth less."),
  ephemeralStorageGib: z.int().min(21).max(200).optional().describe("Disk of the task. Default: the 20 GiB that cost nothing."),
  containerName: containerName().default("app").describe("The main container's name."),
  ...mainContainer,
  sidecars: structural(z.record(containerName(), sidecar), "a container is made for each")
    .default({})
    .describe("More containers, by name."),
  volumes: volumes(),
  logs: logs(),
  tracing: structural(z.boolean(), "it decides which containers there are")
    .default(false)
    .describe("X-Ray: an ADOT collector beside the main container, its permissions, and the variables that OpenTelemetry's SDKs read."),
  access: access(),
  skipDestroy: z
    .boolean()
    .default(true)
    .describe("Leave old revisions registered, so that a deployment can go back to them. They cost nothing."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse a plan that destroys the log group, or its key where it has one of its own."),
});

export type TaskConfig = z.output<typeof taskData>;
