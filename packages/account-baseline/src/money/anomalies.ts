import { CeAnomalyMonitor } from "@cdktf/provider-aws/lib/ce-anomaly-monitor/index.js";
import { CeAnomalySubscription } from "@cdktf/provider-aws/lib/ce-anomaly-subscription/index.js";
import { type AlarmTopic, address } from "@groundplan/core";
import { type AccountBlueprint, adopt } from "../blueprint.js";
import { requireListener } from "./listeners.js";

/**
 * Tells of costs that AWS does not expect: the topic at once, mail once a day, since AWS knows no other way.
 *
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/getting-started-ad.html
 */
export function watchCosts(blueprint: AccountBlueprint, topic: AlarmTopic | undefined): CeAnomalyMonitor | undefined {
  const { module, config } = blueprint;
  const { anomalies, email } = config.money;
  if (anomalies === undefined) return undefined;
  requireListener(blueprint, topic, "anomalies");
  const monitor = new CeAnomalyMonitor(module, "anomalies", {
    name: `${config.name}-services`,
    monitorType: "DIMENSIONAL",
    monitorDimension: "SERVICE",
  });
  adopt(address(monitor, module, "services"), config.existing.anomalyMonitor);
  const tell = (suffix: string, frequency: string, subscriber: readonly { type: string; address: string }[]): void => {
    const subscription = new CeAnomalySubscription(module, `anomalies-${suffix}`, {
      name: `${config.name}-${suffix}`,
      frequency,
      monitorArnList: [monitor.arn],
      subscriber: [...subscriber],
      thresholdExpression: atLeast(anomalies.minimumUsd),
    });
    address(subscription, module, suffix);
  };
  if (topic !== undefined) tell("topic", "IMMEDIATE", [{ type: "SNS", address: topic.topicArn }]);
  if (email.length > 0)
    tell(
      "mail",
      "DAILY",
      email.map((one) => ({ type: "EMAIL", address: one })),
    );
  return monitor;
}

const atLeast = (usd: number) => ({
  dimension: { key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE", values: [String(usd)], matchOptions: ["GREATER_THAN_OR_EQUAL"] },
});
