import { DbEventSubscription } from "@cdktf/provider-aws/lib/db-event-subscription/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { shapeOf } from "./shape.js";

/** What is worth a message. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html */
const ofInstance = [
  "availability",
  "deletion",
  "failover",
  "failure",
  "low storage",
  "maintenance",
  "notification",
  "read replica",
  "recovery",
];
const ofCluster = ["deletion", "failover", "failure", "maintenance", "notification"];

/** Tells the topic of failovers, failures, low storage and maintenance. */
export function subscribeToEvents({ module, config, wiring }: Blueprint, identifiers: readonly string[]): DbEventSubscription | undefined {
  if (!config.events || wiring.alarmTopic === undefined) return undefined;
  const isInstance = shapeOf(config) === "instance";
  return address(
    new DbEventSubscription(module, "events", {
      name: config.name,
      snsTopic: wiring.alarmTopic.topicArn,
      sourceType: isInstance ? "db-instance" : "db-cluster",
      sourceIds: [...identifiers],
      eventCategories: isInstance ? ofInstance : ofCluster,
    }),
    module,
  );
}
