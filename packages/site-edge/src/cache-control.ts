import type { CacheConfig } from "./schema/cache.js";

/** Whether a pattern of CloudFront's fits a path: `*` for any characters, the slash too, `?` for one; upper and lower case differ. */
export function pathMatches(pattern: string, path: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "s").test(path);
}

/** What a site's cache rules are read from: its edge's data, or its parameter. */
export interface Cached {
  readonly cache: CacheConfig;
}

/** Whether a path's file never changes, by its name. */
export function isImmutable({ cache }: Cached, path: string): boolean {
  return cache.immutable.some((pattern) => pathMatches(pattern, path));
}

/** The Cache-Control of a path, such as `/assets/app.4f2a.js`. */
export function cacheControlOf(data: Cached, path: string): string {
  const { immutableSeconds, html, otherSeconds } = data.cache;
  if (isImmutable(data, path)) return `public, max-age=${immutableSeconds}, immutable`;
  if (!isPage(path)) return `public, max-age=${otherSeconds}`;
  return html === "no-cache" ? "no-cache" : `public, max-age=${html}`;
}

// a file without an extension is a page, or something that changes beneath its name like one
function isPage(path: string): boolean {
  return /(^|\/)[^/.]*$|\.html?$/i.test(path);
}
