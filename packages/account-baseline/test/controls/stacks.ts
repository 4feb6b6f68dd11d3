import { synthesize, type Template } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { imageRepository } from "../../../ecr/examples/image-repository.js";
import { website } from "../../../ecs-service/examples/newcomer.js";
import { logsKey } from "../../../kms-key/examples/kms-key.js";
import { ingress } from "../../../load-balancer/examples/load-balancer.js";
import { logBucket } from "../../../log-bucket/examples/log-bucket.js";
import { stateBackend } from "../../../state-backend/examples/state-backend.js";
import { docs } from "../../../static-site/examples/newcomer.js";
import { furtherRegion } from "../../examples/further-region.js";
import { security } from "../../examples/security.js";
import type { Evidence, Find, Maker } from "../../src/index.js";
import { bare, databaseElsewhere, databases, fullAccount, fullRegion, network, networkWithEndpoints } from "./builds.js";

/** A stack, and what the addresses of the instances in it begin with. */
interface Example {
  readonly template: Template;
  readonly instances: readonly string[];
}

function example(build: (stack: TerraformStack) => unknown, ...instances: readonly string[]): Example {
  return { template: synthesize((stack) => void build(stack)), instances };
}

const securityAccount = example(security, "baseline");

/** What each makes where nothing more is said. */
const defaults: Readonly<Partial<Record<Maker, Example>>> = {
  AccountBaseline: example(bare, "baseline"),
  RegionBaseline: example(furtherRegion, "baseline"),
  ecr: example(imageRepository, "api"),
  "ecs-service": example(website, "web", "cluster", "web_task"),
  "kms-key": example(logsKey, "logs_key"),
  "load-balancer": example(ingress, "ingress"),
  "log-bucket": example(logBucket, "logs"),
  network: example(network, "network"),
  rds: example(databases, "main", "cluster"),
  "state-backend": example(stateBackend, "state"),
  "static-site": example(docs, "docs"),
};

/** What each makes with the properties that controls ask for. */
const given: Readonly<Partial<Record<Maker, Example>>> = {
  ...defaults,
  AccountBaseline: example(fullAccount, "baseline"),
  RegionBaseline: example(fullRegion, "baseline"),
  network: example(networkWithEndpoints, "network"),
  rds: example(databaseElsewhere, "main"),
};

/** What stands with the properties' defaults. */
export const byDefault: Find = (evidence) => found(evidence.account === "security" ? securityAccount : defaults[evidence.maker], evidence);

/** What stands where properties are given. */
export const byProps: Find = (evidence) => found(given[evidence.maker], evidence);

function found(example: Example | undefined, { resourceType, suffix }: Evidence): ReturnType<Find> {
  const addresses = (example?.instances ?? []).map((instance) => `${resourceType}.${[instance, suffix].filter(Boolean).join("_")}`);
  return addresses.map((address) => example?.template.at(address)).find((body) => body !== undefined);
}
