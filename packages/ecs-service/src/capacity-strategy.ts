import type { Capacity } from "./schema/capacity.js";

/** An item of a strategy, as Terraform, ECS and an AppSpec name it. */
export interface StrategyItem {
  readonly capacityProvider: "FARGATE" | "FARGATE_SPOT";
  readonly base: number;
  readonly weight: number;
}

/**
 * The strategy that ECS takes: one of the providers may have a base, and one without weight or base is left out.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html
 */
export function capacityStrategy({ base, fargate, spot }: Capacity): readonly StrategyItem[] {
  const items: readonly StrategyItem[] = [
    { capacityProvider: "FARGATE", base, weight: fargate },
    { capacityProvider: "FARGATE_SPOT", base: 0, weight: spot },
  ];
  return items.filter((item) => item.weight > 0 || item.base > 0);
}
