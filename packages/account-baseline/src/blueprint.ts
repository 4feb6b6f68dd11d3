import type { EncryptionKey, LogBucket } from "@groundplan/core";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { AccountOverrides, RegionOverrides } from "./overrides.js";
import type { AccountBaselineConfig, RegionBaselineConfig } from "./schema/baseline.js";

/** What a baseline is wired to. */
export interface BaselineWiring {
  /** Encrypts volumes of which nothing else is said. Default: AWS's own key for volumes. */
  readonly volumesKey?: EncryptionKey | undefined;
  /** Takes the flow logs of the default VPC. Default: it has none, and nothing in it either. */
  readonly logArchive?: LogBucket | undefined;
}

/** What every part of a region's baseline is made by. */
export interface RegionBlueprint {
  /** The scope of all resources, whose path begins their addresses. */
  readonly module: Construct;
  readonly config: RegionBaselineConfig;
  readonly wiring: BaselineWiring;
  readonly overrides: RegionOverrides;
}

/** The same of an account, in its home region. */
export interface AccountBlueprint extends RegionBlueprint {
  readonly config: AccountBaselineConfig;
  readonly overrides: AccountOverrides;
}

/** An account's, once the boundary stands that its roles and users carry. */
export interface BoundedBlueprint extends AccountBlueprint {
  readonly boundaryArn: string;
}

/** Imports what stands already; without an identifier, it is made. */
export function adopt<R extends TerraformResource>(resource: R, existing: string | undefined): R {
  if (existing !== undefined) resource.importFrom(existing);
  return resource;
}
