import { AlarmTopic } from "@groundplan/alarms";
import type { AlarmTopic as AlarmTopicContract } from "@groundplan/core";
import type { RegionBlueprint } from "../blueprint.js";
import type { CentralKeys } from "../keys/central-keys.js";

/** Where alarms and findings are told: by the topic that is wired, or by one of the account's own for those who are named. */
export function findTopic({ module, config, wiring }: RegionBlueprint, keys: CentralKeys | undefined): AlarmTopicContract | undefined {
  if (wiring.alarmTopic !== undefined) return wiring.alarmTopic;
  const { email } = config.audit.alerts;
  if (email.length === 0) return undefined;
  const { name, accountId, region, protect } = config;
  const place = { name: `${name}-account-alerts`, accountId, region, subscriptions: { email }, protect };
  return new AlarmTopic(module, "alerts", { ...place, encryptionKey: keys?.alerts, logEncryptionKey: keys?.logs });
}
