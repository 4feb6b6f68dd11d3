/** @import { Request, Response, Site } from "./types.js" */
import { answer } from "./answer.js";

/**
 * Refuses what is no file of the site's: the publisher's records, and paths that could be read in two ways.
 *
 * @param {Request} request
 * @param {Site} site
 * @returns {Response | undefined}
 */
export function hiddenPath(request, site) {
  let path = "";
  try {
    // S3 decodes it too
    path = decodeURIComponent(request.uri).replace(/\/+/g, "/");
  } catch (_error) {
    return answer(site, 400, {});
  }
  if (path.charAt(0) !== "/" || /\s/.test(request.uri)) return answer(site, 400, {});
  const isHidden = path === "/_versions" || path.startsWith("/_versions/");
  return isHidden || /\\|\/\.{1,2}(\/|$)/.test(path) ? answer(site, 404, {}) : undefined;
}
