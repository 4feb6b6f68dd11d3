/** @import { Request, Response, Site, Target } from "./types.js" */
import { answer } from "./answer.js";

/**
 * Leads elsewhere, with the query string.
 *
 * @param {Request} request
 * @param {Site} site
 * @param {Target} target
 * @returns {Response}
 */
export function redirect(request, site, target) {
  const parts = target.to.split("#");
  // two slashes in front would be another host
  let location = (parts[0] || "").replace(/^\/+/, "/");
  const query = request.rawQueryString();
  if (query !== undefined) location += (location.includes("?") ? "&" : "?") + query;
  if (parts[1] !== undefined) location += "#" + parts[1];
  // for good, but not so long that a mistake cannot be mended
  const lasts = target.status === 301 || target.status === 308;
  return answer(site, target.status, { location: location, "cache-control": lasts ? "max-age=3600" : "no-cache" });
}
