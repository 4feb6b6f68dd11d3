import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { AlarmTopic, EncryptionKey, LogArchive } from "@groundplan/core";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { AccountOverrides, RegionOverrides } from "./overrides.js";
import type { AccountBaselineConfig, RegionBaselineConfig } from "./schema/baseline.js";

/** What a baseline is wired to. */
export interface BaselineWiring {
  /** Encrypts volumes of which nothing else is said. Default: with `keys: central` that of purpose `data`, else AWS's own key for volumes. */
  readonly volumesKey?: EncryptionKey | undefined;
  /**
   * Takes the account's logs: trails, what Config records, the flows of the default VPC. The security account's is known by core's
   * `logArchive`. Default: buckets of the account's own.
   */
  readonly logArchive?: LogArchive | undefined;
  /** Encrypts what trail and Config write; it stands in the archive's region. Default: the archive's, by its alias, or one of the account's own. */
  readonly archiveKey?: EncryptionKey | undefined;
  /** Encrypts the trail's log group. Default: with `keys: central` that of purpose `logs`, else CloudWatch's own key. */
  readonly logsKey?: EncryptionKey | undefined;
  /** Is told of alarms and findings; it stands in the baseline's region. Default: a topic of the account's own for `audit.alerts`, or none. */
  readonly alarmTopic?: AlarmTopic | undefined;
}

/** What an account's is wired to, besides. */
export interface AccountWiring extends BaselineWiring {
  /**
   * A provider in us-east-1: with it sites of all `estateAccountIds` can deliver their logs to an archive that is made here. Without one
   * they keep them. No need where `region` is us-east-1.
   */
  readonly edgeProvider?: AwsProvider | undefined;
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
  readonly wiring: AccountWiring;
  readonly overrides: AccountOverrides;
}

/** An account's, once the boundary stands that its roles and users carry. */
export interface BoundedBlueprint extends AccountBlueprint {
  readonly boundaryArn: string;
}

/** Parts the wiring from the data that the schema checks. */
export function partWiring<Props extends BaselineWiring>(props: Props) {
  const { volumesKey, logArchive, archiveKey, logsKey, alarmTopic, ...others } = props;
  return { wiring: { volumesKey, logArchive, archiveKey, logsKey, alarmTopic }, others };
}

/** Imports what stands already; without an identifier, it is made. */
export function adopt<R extends TerraformResource>(resource: R, existing: string | undefined): R {
  if (existing !== undefined) resource.importFrom(existing);
  return resource;
}
