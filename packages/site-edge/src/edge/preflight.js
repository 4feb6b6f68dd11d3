/** @import { Request, Response, Site } from "./types.js" */
import { answer } from "./answer.js";

/**
 * Answers OPTIONS, which S3 refuses: what may be asked here, and by whose pages.
 *
 * @param {Request} request
 * @param {Site} site
 * @returns {Response | undefined}
 */
export function preflight(request, site) {
  if (request.method !== "OPTIONS") return undefined;
  const cors = site.cors;
  const origin = request.headers["origin"];
  const allowed = cors && origin ? cors.origins.find((pattern) => isFrom(pattern, origin.value)) : undefined;
  if (!cors || !origin || !allowed) return answer(site, 204, { allow: "GET, HEAD, OPTIONS" });
  /** @type {Record<string, string>} */
  const headers = {
    allow: "GET, HEAD, OPTIONS",
    "access-control-allow-origin": allowed === "*" ? "*" : origin.value,
    "access-control-allow-methods": cors.methods,
    "access-control-max-age": cors.maxAge,
    vary: "Origin",
  };
  if (cors.headers) headers["access-control-allow-headers"] = cors.headers;
  if (cors.credentials) headers["access-control-allow-credentials"] = "true";
  return answer(site, 204, headers);
}

/**
 * Whether a page's origin is one of those meant: the very one, everybody's, or those beneath a name.
 *
 * @param {string} pattern
 * @param {string} origin
 */
function isFrom(pattern, origin) {
  const parts = pattern.split("*.");
  return (
    pattern === "*" || pattern === origin || (parts.length === 2 && origin.startsWith(parts[0] || "") && origin.endsWith("." + parts[1]))
  );
}
