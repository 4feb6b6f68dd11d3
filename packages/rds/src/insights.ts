import type { Blueprint } from "./blueprint.js";
import { hasInsights } from "./has-insights.js";
import type { Size } from "./schema/size.js";

/** Days that insights are kept: what costs nothing, and what `advanced` demands. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DatabaseInsights.html */
const retentionDays = { standard: 7, advanced: 465 } as const;

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
