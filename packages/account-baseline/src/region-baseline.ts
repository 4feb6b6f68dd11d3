import type { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import type { DefaultVpc } from "@cdktf/provider-aws/lib/default-vpc/index.js";
import { type AlarmTopic, checkProps } from "@groundplan/core";
import { Construct } from "constructs";
import { findRegionsArchive } from "./archive/archive.js";
import { configRoleArn } from "./audit/recorder.js";
import { auditRegion, type RegionAudit } from "./audit/region-audit.js";
import { findTopic } from "./audit/topic.js";
import { type BaselineWiring, partWiring } from "./blueprint.js";
import { schemas } from "./config.js";
import { type CentralKeys, findCentralKeys, wiredTo } from "./keys/central-keys.js";
import type { RegionOverrides } from "./overrides.js";
import type { RegionBaselineData } from "./props.generated.js";
import { makeRegion } from "./region.js";

/** What a RegionBaseline is made from: its data, and what it is wired to. */
export interface RegionBaselineProps extends RegionBaselineData, BaselineWiring {
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: RegionOverrides | undefined;
}

/**
 * What each further region of an account has from its first day; the home region has it by the AccountBaseline, which stands before: its
 * archive takes what is recorded here.
 *
 * Cost: about 3 USD a month where little happens: Config by the change, Security Hub and Config's rules by the check, GuardDuty by the event.
 *
 * @example new RegionBaseline(this, "baseline", { name: "shop", accountId, accountKind: "workload", region: "eu-central-1", securityAccountId })
 * @throws {PropsError} where the props do not fit the schema: all problems at once
 */
export class RegionBaseline extends Construct {
  readonly accessAnalyzer: AccessanalyzerAnalyzer | undefined;
  readonly defaultVpc: DefaultVpc | undefined;
  /** Where the region's alarms and findings are told. */
  readonly alarmTopic: AlarmTopic | undefined;
  /** What watches the region. */
  readonly audit: RegionAudit;
  /** With `keys: central`, the security account's keys in this region. */
  readonly centralKeys: CentralKeys | undefined;

  constructor(scope: Construct, id: string, props: RegionBaselineProps) {
    super(scope, id);
    const { wiring, others } = partWiring(props);
    const { overrides, ...data } = others;
    const config = checkProps(this, schemas.RegionBaseline, data);
    const unkeyed = { module: this, config, wiring, overrides: { ...overrides } };
    this.centralKeys = findCentralKeys(unkeyed);
    const blueprint = { ...unkeyed, wiring: wiredTo(wiring, this.centralKeys) };

    const bucket = findRegionsArchive(blueprint);
    this.alarmTopic = findTopic(blueprint, this.centralKeys);
    const recording = { roleArn: configRoleArn(config), bucket, keyArn: wiring.archiveKey?.keyArn, withGlobal: false };
    this.audit = auditRegion(blueprint, { ...recording, topic: this.alarmTopic });
    const region = makeRegion(blueprint, bucket);
    this.accessAnalyzer = region.accessAnalyzer;
    this.defaultVpc = region.defaultVpc;
  }
}
