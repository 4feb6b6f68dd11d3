import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { StaticSite } from "@groundplan/static-site";
import type { TerraformStack } from "cdktf";
import { edgeProvider, place, zone } from "./surroundings.js";

/** A site whose zone is another account's, encrypted by keys of one's own and replicated: everything set, as far as it goes together. */
export function site(stack: TerraformStack): StaticSite {
  const roleArn = "arn:aws:iam::222222222222:role/shop-zone-prod-apply";
  return new StaticSite(stack, "site", {
    ...place,
    name: "shop-prod-site",
    bucketName: "shop-prod-site-files",
    encryption: "kms",
    oldVersionsExpireAfterDays: 180,
    keep: { versions: 20, days: 60 },
    domainNames: ["shop.example.com", "www.shop.example.com"],
    routing: "directoryIndex",
    errorDocument: "errors/404.html",
    redirects: [
      { from: "/help", to: "/docs/", status: 301 },
      { from: "/blog/*", to: "https://blog.example.com/*", status: 302 },
    ],
    headers: {
      hsts: { maxAgeDays: 730, preload: true },
      contentSecurityPolicy: { "script-src": ["'self'", "https://analytics.example.com"] },
      frameOptions: "SAMEORIGIN",
      referrerPolicy: "no-referrer",
      permissionsPolicy: { geolocation: ["self"] },
      custom: { "x-served-by": "groundplan" },
    },
    cors: { origins: ["https://app.example.com"], headers: ["x-request-id"], maxAgeSeconds: 3600 },
    cache: { immutable: ["/static/*"], immutableSeconds: 2_592_000, html: 60, otherSeconds: 600 },
    origins: { search: { domainName: "search.example.net", paths: ["/search"], path: "/v1", readTimeoutSeconds: 10 } },
    priceClass: "PriceClass_All",
    httpVersion: "http2",
    geoRestriction: { allow: ["DE", "IE"] },
    webAcl: { rateLimit: 1000, logs: { retentionDays: 365 }, alarms: { blockedRequests: 500 } },
    logs: { format: "parquet", retentionDays: 400 },
    alarms: { errors5xxPercent: 0.5, errors4xxPercent: { anomalyBand: 3 }, originLatencyMs: 500 },
    realtimeMetrics: true,
    parameterName: "/shop/prod/site/site",
    zone,
    zoneProvider: new AwsProvider(stack, "zone", { region: "eu-west-1", alias: "zone", assumeRole: [{ roleArn }] }),
    edgeProvider: edgeProvider(stack),
    edgeEncryptionKey: { keyArn: "arn:aws:kms:us-east-1:111111111111:key/22222222-2222-2222-2222-222222222222" },
    edgeAlarmTopic: { topicArn: "arn:aws:sns:us-east-1:111111111111:shop-prod-alerts" },
    logBucket: { bucketName: "shop-logs", bucketArn: "arn:aws:s3:::shop-logs" },
    replicaProvider: new AwsProvider(stack, "frankfurt", { region: "eu-central-1", alias: "frankfurt" }),
    overrides: { bucket: { objectLockEnabled: false } },
  });
}
