import type { Metric, Statistic } from "@groundplan/alarms";

/** What a site is known by in CloudWatch, in us-east-1. */
export interface Observed {
  readonly distributionId: string;
  readonly functionName: string;
}

/** What a site is judged by. */
export interface SiteMetrics {
  readonly requests: Metric;
  readonly bytesDownloaded: Metric;
  readonly errors5xx: Metric;
  readonly errors4xx: Metric;
  readonly functionErrors: Metric;
  readonly functionUtilization: Metric;
  /** With additional metrics alone. */
  readonly originLatency: Metric;
  readonly cacheHitRate: Metric;
}

/**
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewing-cloudfront-metrics.html
 */
export function metricsOf({ distributionId, functionName }: Observed): SiteMetrics {
  const of =
    (dimension: Record<string, string>) =>
    (name: string, statistic: Statistic): Metric => {
      return { namespace: "AWS/CloudFront", name, dimensions: { ...dimension, Region: "Global" }, statistic };
    };
  const distribution = of({ DistributionId: distributionId });
  const edgeFunction = of({ FunctionName: functionName });
  return {
    requests: distribution("Requests", "Sum"),
    bytesDownloaded: distribution("BytesDownloaded", "Sum"),
    errors5xx: distribution("5xxErrorRate", "Average"),
    errors4xx: distribution("4xxErrorRate", "Average"),
    functionErrors: edgeFunction("FunctionExecutionErrors", "Sum"),
    functionUtilization: edgeFunction("FunctionComputeUtilization", "Maximum"),
    originLatency: distribution("OriginLatency", "p95"),
    cacheHitRate: distribution("CacheHitRate", "Average"),
  };
}
