import { brokenRules } from "@groundplan/core/schema";
import { describe, expect, it } from "vitest";
import { rules } from "../src/config.js";
import { config } from "./problems.js";

const broken = (data: Readonly<Record<string, unknown>>) => brokenRules(rules, config(data)).map(({ id }) => id);

describe("production", () => {
  it.each([
    ["database-multi-az", { availability: "single" }],
    ["database-backups-kept", { backups: { retentionDays: 13 } }],
    ["database-final-snapshot", { backups: { finalSnapshot: false } }],
    ["database-backups-outlive", { backups: { keepAfterDestroy: false } }],
    ["database-protected", { protect: false }],
    ["database-changes-in-window", { upgrades: { applyImmediately: true } }],
    ["database-never-stopped", { schedule: { stop: "cron(0 20 * * ? *)", start: "cron(0 7 * * ? *)" } }],
    ["database-not-burstable", { size: "db.t4g.small" }],
    ["database-room-to-grow", { storage: { type: "gp3", maxGib: "off" } }],
    ["database-logs-kept", { logRetentionDays: 30 }],
    ["database-observed", { alarms: { cpuPercent: "off" } }],
    [
      "database-vault-can-be-unlocked",
      {
        backupPlan: {
          lock: { mode: "compliance", minDays: 1, maxDays: 90, changeableForDays: 3, acknowledge: "the auditors of 2030 asked for it" },
        },
      },
    ],
  ])("demands %s", (id, data) => {
    expect(broken(data)).toEqual([id]);
  });

  it("has a test for each of its rules", () => {
    expect(rules).toHaveLength(12);
  });
});
