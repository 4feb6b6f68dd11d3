export { type Cached, cacheControlOf, isImmutable, pathMatches } from "./cache-control.js";
export type { CacheConfig, Redirect, SiteEdgeConfig } from "./config.js";
export { corsHeaders } from "./cors-headers.js";
export { type EdgeFunctionOptions, edgeFunction } from "./edge-function.js";
export { type EdgeRequest, type EdgeResult, edgeRuntime } from "./edge-runtime.js";
export { type Password, type PasswordEntry, passwordEntry } from "./password-entry.js";
export type { SiteEdgeProps } from "./props.generated.js";
export { headerList, type SecurityHeaders, securityHeaders } from "./security-headers.js";
export { type SiteParameter, siteParameter } from "./site-parameter.js";
