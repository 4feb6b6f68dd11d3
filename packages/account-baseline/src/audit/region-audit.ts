import type { ConfigConfigurationRecorder } from "@cdktf/provider-aws/lib/config-configuration-recorder/index.js";
import type { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector/index.js";
import type { SecurityhubAccount } from "@cdktf/provider-aws/lib/securityhub-account/index.js";
import type { AlarmTopic } from "@groundplan/core";
import type { RegionBlueprint } from "../blueprint.js";
import { holdAgainstRules } from "./config-rules.js";
import { makeDetector } from "./guard-duty.js";
import { accountRules, regionRules } from "./managed-rules.js";
import { type Recording, record } from "./recorder.js";
import { makeInspector, makeMacie } from "./scans.js";
import { makeHub } from "./security-hub.js";

/** What watches a region. */
export interface RegionAudit {
  readonly recorder: ConfigConfigurationRecorder | undefined;
  readonly detector: GuarddutyDetector | undefined;
  readonly securityHub: SecurityhubAccount | undefined;
}

/** Where a region's records go, and who is told. */
interface Told extends Recording {
  readonly topic: AlarmTopic | undefined;
}

export function auditRegion(blueprint: RegionBlueprint, { topic, ...recording }: Told): RegionAudit {
  const recorder = record(blueprint, recording);
  if (recorder !== undefined) {
    holdAgainstRules(blueprint, recorder, recording.withGlobal ? { ...accountRules, ...regionRules } : regionRules);
  }
  makeInspector(blueprint);
  makeMacie(blueprint);
  return { recorder: recorder?.recorder, detector: makeDetector(blueprint, topic), securityHub: makeHub(blueprint) };
}
