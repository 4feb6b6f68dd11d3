/** @import { Request, Response, Site } from "./types.js" */
import { redirect } from "./redirect.js";

/**
 * Leads on from a path that has a redirect of its own, or stands beneath a folder that has one.
 *
 * @param {Request} request
 * @param {Site} site
 * @returns {Response | undefined}
 */
export function redirected(request, site) {
  const pages = site.pages || {};
  const folders = site.folders || {};
  const page = pages[request.uri];
  if (page) return redirect(request, site, page);
  const folder = folderOf(request.uri, site);
  const target = folders[folder];
  if (!target) return undefined;
  return redirect(request, site, { to: target.to.split("*").join(request.uri.slice(folder.length)), status: target.status });
}

/**
 * The longest folder above a path that has a redirect.
 *
 * @param {string} uri
 * @param {Site} site
 */
function folderOf(uri, site) {
  const folders = site.folders || {};
  const deepest = site.deepest || 0;
  let found = "";
  let slash = 0;
  // as deep as there are redirects, however long the path is
  for (let depth = 0; depth < deepest && slash !== -1; depth++) {
    const folder = uri.slice(0, slash + 1);
    if (folders[folder]) found = folder;
    slash = uri.indexOf("/", slash + 1);
  }
  return found;
}
