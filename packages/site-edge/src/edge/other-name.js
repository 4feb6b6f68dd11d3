/** @import { Request, Response, Site } from "./types.js" */
import { redirect } from "./redirect.js";

/**
 * Leads from every other name to the one that visitors see.
 *
 * @param {Request} request
 * @param {Site} site
 * @returns {Response | undefined}
 */
export function otherName(request, site) {
  const host = request.headers["host"];
  if (host && host.value.toLowerCase() === site.name) return undefined;
  return redirect(request, site, { to: "https://" + site.name + request.uri, status: 301 });
}
