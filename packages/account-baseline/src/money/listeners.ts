import { type AlarmTopic, PropsError } from "@groundplan/core";
import type { AccountBlueprint } from "../blueprint.js";

/** What nobody is told of is of no use, and AWS refuses it. */
export function requireListener({ module, config }: AccountBlueprint, topic: AlarmTopic | undefined, what: "budgets" | "anomalies"): void {
  const { email } = config.money;
  if (topic !== undefined || email.length > 0) return;
  const fix = 'give an address, or "audit.alerts", or wire "alarmTopic"';
  throw new PropsError(module.node.path, [
    { path: ["money", "email"], value: email, wrong: `is empty, and "money.${what}" tell nobody`, fix },
  ]);
}
