import { AlarmTopic } from "@groundplan/alarms";
import type { TerraformStack } from "cdktf";

/** A topic that tells by mail and in a Slack channel. */
export function alarmTopic(stack: TerraformStack): AlarmTopic {
  return new AlarmTopic(stack, "alerts", {
    name: "shop-prod-alerts",
    accountId: "111111111111",
    region: "eu-west-1",
    subscriptions: {
      email: ["ops@example.com"],
      slack: { ops: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } },
    },
  });
}
