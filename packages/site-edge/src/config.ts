import { siteEdgeChecks } from "./schema/checks.js";
import { siteEdgeData } from "./schema/site-edge.js";

/** A site's edge as data: the props' part, its defaults, checks and documentation. */
export const schemas = { SiteEdge: siteEdgeData.check(...siteEdgeChecks) };

export { siteEdgeNotices } from "./notices.js";
export type { CacheConfig } from "./schema/cache.js";
export { siteEdgeChecks } from "./schema/checks.js";
export { pathPattern } from "./schema/paths.js";
export { type Redirect, type SiteEdgeConfig, siteEdgeData } from "./schema/site-edge.js";
