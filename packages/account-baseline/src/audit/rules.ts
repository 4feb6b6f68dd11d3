import type { ProductionRule } from "@groundplan/core/schema";
import type { AccountBaselineConfig } from "../schema/baseline.js";

/** What production demands of the audit and the archive. */
export const auditRules: readonly ProductionRule<AccountBaselineConfig>[] = [
  {
    id: "account-baseline-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and a destroyed archive takes the logs with it; leave "protect" on',
  },
  {
    id: "account-baseline-audited",
    path: ["audit"],
    holds: ({ audit }) => audit.config.enabled && audit.guardDuty.enabled && audit.securityHub.enabled,
    message: 'leaves changes, attacks or weaknesses unseen; leave "config", "guardDuty" and "securityHub" enabled',
  },
  {
    id: "account-baseline-alarms",
    path: ["audit", "alarms"],
    holds: ({ audit }) => Object.values(audit.alarms).every((threshold) => threshold !== "off"),
    message: "switches off an alarm that CIS asks for; give a higher number of events instead",
  },
  {
    id: "account-baseline-logs-kept",
    path: ["archive", "expireAfterDays"],
    // CloudTrail's own history has 90 days; auditors ask for a year
    holds: ({ archive }) => archive.expireAfterDays >= 365,
    message: "is short of the year that auditors ask for; give at least 365",
  },
  {
    id: "account-baseline-lock-revocable",
    path: ["archive", "objectLock", "mode"],
    holds: ({ archive }) => archive.objectLock?.mode !== "compliance",
    message: 'is "compliance", which nobody can take back, however long and dear; give "governance", or acknowledge it',
  },
];
