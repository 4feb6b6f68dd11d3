import type { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import type { DefaultVpc } from "@cdktf/provider-aws/lib/default-vpc/index.js";
import type { LogBucket } from "@groundplan/core";
import type { RegionBlueprint } from "./blueprint.js";
import { setComputeDefaults } from "./defaults/compute.js";
import { setContainerDefaults } from "./defaults/containers.js";
import { closeDefaultVpc } from "./defaults/default-vpc.js";
import { blockPublicAccess } from "./defaults/sharing.js";
import { makeAccessAnalyzer } from "./identity/analyzers.js";

/** What a region has, the home region and the others alike. */
export interface RegionParts {
  readonly accessAnalyzer: AccessanalyzerAnalyzer | undefined;
  readonly defaultVpc: DefaultVpc | undefined;
}

export function makeRegion(blueprint: RegionBlueprint, logs: LogBucket): RegionParts {
  setComputeDefaults(blueprint);
  setContainerDefaults(blueprint);
  blockPublicAccess(blueprint);
  return { accessAnalyzer: makeAccessAnalyzer(blueprint), defaultVpc: closeDefaultVpc(blueprint, logs) };
}
