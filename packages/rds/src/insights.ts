import type { Blueprint } from "./blueprint.js";
import { engineTraits } from "./engines.js";
import { isServerless, type Size } from "./schema/size.js";

/** Days that insights are kept: what costs nothing, and what `advanced` demands. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.html */
const retentionDays = { standard: 7, advanced: 465 } as const;

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html
const tooSmallForMysql = /^db\.t\d[a-z]*\.(micro|small)$/;

/** Whether AWS has insights of a size: MySQL's and MariaDB's smallest instances have no memory left for it. */
export function hasInsights(engine: Blueprint["config"]["engine"], size: Size): boolean {
  return isServerless(size) || engineTraits[engine].dialect === "postgres" || !tooSmallForMysql.test(size);
}

/** Database Insights, encrypted by the data's key. */
export function insightsOf({ config }: Blueprint, { size, keyArn }: { readonly size: Size; readonly keyArn: string }) {
  if (!hasInsights(config.engine, size)) return { performanceInsightsEnabled: false };
  return {
    databaseInsightsMode: config.insights,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: keyArn,
    performanceInsightsRetentionPeriod: retentionDays[config.insights],
  };
}
