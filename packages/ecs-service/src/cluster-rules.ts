import type { ProductionRule } from "@groundplan/core/schema";
import type { ClusterConfig } from "./schema/cluster.js";

/** What production demands of a cluster; to break one, an environment acknowledges its id with a reason. */
export const clusterRules: readonly ProductionRule<ClusterConfig>[] = [
  {
    id: "cluster-container-insights",
    path: ["containerInsights"],
    holds: ({ containerInsights }) => containerInsights !== "disabled",
    message: 'is "disabled", and nobody hears that tasks are missing; give "enhanced" or "enabled"',
  },
  {
    id: "cluster-shell-log-kept",
    path: ["executeCommandLogRetentionDays"],
    holds: ({ executeCommandLogRetentionDays }) => executeCommandLogRetentionDays >= 90,
    message: "is short of the 90 days in which a break-in is usually found; give at least 90",
  },
  {
    id: "cluster-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and a destroyed cluster takes the way that services find each other with it; leave "protect" on',
  },
];

/** What a person should know before applying, and need not change. */
export function clusterNotices({ containerInsights }: ClusterConfig, { production }: { readonly production: boolean }): readonly string[] {
  if (production || containerInsights !== "enhanced") return [];
  return ['"containerInsights" "enhanced" outside production costs a few USD a month and task; "enabled" is enough for the alarms'];
}
