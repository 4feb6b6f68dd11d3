import { BudgetsBudget, type BudgetsBudgetNotification } from "@cdktf/provider-aws/lib/budgets-budget/index.js";
import { type AlarmTopic, address } from "@groundplan/core";
import type { AccountBlueprint } from "../blueprint.js";
import { requireListener } from "./listeners.js";

/** What may be spent, and who is told when it is, or will be. */
export function makeBudgets(blueprint: AccountBlueprint, topic: AlarmTopic | undefined): ReadonlyMap<string, BudgetsBudget> {
  const { module, config } = blueprint;
  const { budgets, email } = config.money;
  if (Object.keys(budgets).length > 0) requireListener(blueprint, topic, "budgets");
  const made = Object.entries(budgets).map(([name, budget]) => {
    const { limitUsd, period, services, spentPercent, forecastPercent } = budget;
    const told = (notificationType: string, threshold: number): BudgetsBudgetNotification => ({
      notificationType,
      threshold,
      comparisonOperator: "GREATER_THAN",
      thresholdType: "PERCENTAGE",
      subscriberEmailAddresses: [...email],
      subscriberSnsTopicArns: topic === undefined ? [] : [topic.topicArn],
    });
    const resource = new BudgetsBudget(module, `budget-${name}`, {
      name: `${config.name}-${name}`,
      budgetType: "COST",
      limitAmount: String(limitUsd),
      limitUnit: "USD",
      timeUnit: period,
      costFilter: services.length === 0 ? [] : [{ name: "Service", values: [...services] }],
      notification: [
        ...spentPercent.map((percent) => told("ACTUAL", percent)),
        ...forecastPercent.map((percent) => told("FORECASTED", percent)),
      ],
    });
    return [name, address(resource, module, name)] as const;
  });
  return new Map(made);
}
