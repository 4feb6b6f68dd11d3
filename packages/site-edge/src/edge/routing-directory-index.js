/** @import { Request, Response, Site } from "./types.js" */
import { isFile } from "./file-path.js";
import { redirect } from "./redirect.js";

/**
 * Shows a folder's page, and leads to its slash, so that relative links on it hold.
 *
 * @param {Request} request
 * @param {Site} site
 * @returns {Request | Response}
 */
export function routed(request, site) {
  if (request.uri.endsWith("/")) request.uri += site.index;
  else if (!isFile(request.uri)) return redirect(request, site, { to: request.uri + "/", status: 301 });
  return request;
}
