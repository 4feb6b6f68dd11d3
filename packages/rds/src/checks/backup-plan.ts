import type { CrossProblem } from "@groundplan/core/schema";
import type { DatabaseConfig } from "../schema/database.js";

/** AWS Backup makes no recovery point that would end before its vault lets it, or after. https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html */
export function backupPlanProblems({ backupPlan }: DatabaseConfig): CrossProblem[] {
  if (backupPlan === "off" || backupPlan.lock === "off") return [];
  const { minDays, maxDays } = backupPlan.lock;
  const days = [
    ["keepDays", backupPlan.keepDays],
    ["copyDays", backupPlan.copyDays],
  ] as const;
  return days.flatMap(([field, value]) => {
    if (value === "off" || value < 0) return [];
    const path = ["backupPlan", field];
    if (value < minDays) return [{ path, value, message: `is less than "backupPlan.lock.minDays" ${minDays}; give at least ${minDays}` }];
    if (maxDays === undefined || value <= maxDays) return [];
    return [{ path, value, message: `is more than "backupPlan.lock.maxDays" ${maxDays}; give at most ${maxDays}` }];
  });
}
