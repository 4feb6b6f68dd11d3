import type { StaticSiteConfig } from "./schema/site.js";

/** What a person should know before applying, and need not change. */
export function notices(config: StaticSiteConfig): readonly string[] {
  const { basicAuth, headers, origins, routing, errorDocument, realtimeMetrics } = config;
  const hasOrigins = Object.keys(origins).length > 0;
  const { hsts } = headers;
  return [
    ...(basicAuth ? ['"basicAuth" is on: nobody gets in before a password is set, by "site-publish password"'] : []),
    ...(basicAuth && hasOrigins ? ['"basicAuth" keeps the site: who may ask its "origins" is theirs to say'] : []),
    ...(hasOrigins && routing !== "spa"
      ? [`a 404 of "origins" shows "${errorDocument}" too: CloudFront has one error page for all paths`]
      : []),
    ...(hsts !== "off" && hsts.preload ? ['"headers.hsts.preload" is on: browsers\' built-in lists take months to forget a name'] : []),
    ...(realtimeMetrics ? ['"realtimeMetrics" is on, and costs 2.40 USD a month'] : []),
  ];
}
