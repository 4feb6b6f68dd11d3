import { cisIdentity } from "./controls/cis-identity.js";
import { cisLogging } from "./controls/cis-logging.js";
import { cisMonitoring } from "./controls/cis-monitoring.js";
import { cisNetwork } from "./controls/cis-network.js";
import { cisStorage } from "./controls/cis-storage.js";
import type { Control } from "./controls/control.js";
import { fsbpAccount } from "./controls/fsbp-account.js";
import { fsbpData } from "./controls/fsbp-data.js";
import { fsbpModules } from "./controls/fsbp-modules.js";
import { fsbpSites } from "./controls/fsbp-sites.js";
import { controlsReport } from "./controls/report.js";
import { controlsTable } from "./controls/table.js";

/**
 * The controls of the CIS AWS Foundations Benchmark v5.0.0, all of them, and those of AWS's Foundational Security Best Practices that
 * an account or one of the library's modules answers for; and what meets each.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html
 */
export const controls: readonly Control[] = [
  ...cisIdentity,
  ...cisStorage,
  ...cisLogging,
  ...cisMonitoring,
  ...cisNetwork,
  ...fsbpAccount,
  ...fsbpModules,
  ...fsbpData,
  ...fsbpSites,
];

/** The README's section: the numbers, then a line for each control. */
export function controlsSection(): string {
  const numbers = (["CIS 5.0", "FSBP"] as const).map((benchmark) => `- ${controlsReport(controls, benchmark).text}`);
  return [...numbers, "", controlsTable(controls)].join("\n");
}

export type { Control, Evidence, Expected, Maker } from "./controls/control.js";
export { controlHolds, type Find } from "./controls/holds.js";
export type { ControlsReport } from "./controls/report.js";
export { controlsReport };
