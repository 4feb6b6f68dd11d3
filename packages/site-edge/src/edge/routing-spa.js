/** @import { Request, Site } from "./types.js" */
import { isFile } from "./file-path.js";

/**
 * Shows the app on every path that is no file's; a file that is missing stays missing.
 *
 * @param {Request} request
 * @param {Site} site
 * @returns {Request}
 */
export function routed(request, site) {
  if (!isFile(request.uri)) request.uri = "/" + site.index;
  return request;
}
