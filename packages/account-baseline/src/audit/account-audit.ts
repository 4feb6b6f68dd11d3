import type { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { AlarmTopic } from "@groundplan/core";
import type { Archive } from "../archive/archive.js";
import type { BoundedBlueprint } from "../blueprint.js";
import { makeConfigRole } from "./recorder.js";
import { auditRegion, type RegionAudit } from "./region-audit.js";
import { aggregateFindings } from "./security-hub.js";
import { makeTrail } from "./trail.js";
import { watchTrail } from "./trail-alarms.js";
import type { WatchedName } from "./watched.js";

/** What an account has once, and what watches its home region. */
export interface AccountAudit extends RegionAudit {
  readonly trail: Cloudtrail;
  readonly alarms: ReadonlyMap<WatchedName, CloudwatchMetricAlarm>;
}

export function auditAccount(blueprint: BoundedBlueprint, archive: Archive, topic: AlarmTopic | undefined): AccountAudit {
  const { trail, group } = makeTrail(blueprint, archive);
  const alarms = watchTrail(blueprint, { group, topic });
  const roleArn = makeConfigRole(blueprint);
  const region = auditRegion(blueprint, { roleArn, bucket: archive.logs, keyArn: archive.keyArn, withGlobal: true, topic });
  aggregateFindings(blueprint, region.securityHub);
  return { ...region, trail, alarms };
}
