/** @import { Request, Site } from "./types.js" */

/**
 * Shows what the path names, and the site's page on the bare name: S3 would list all files there.
 *
 * @param {Request} request
 * @param {Site} site
 * @returns {Request}
 */
export function routed(request, site) {
  if (request.uri === "/") request.uri += site.index;
  return request;
}
