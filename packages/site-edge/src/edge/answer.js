/** @import { Headers, Response, Site } from "./types.js" */

/**
 * An answer of the function's own. CloudFront asks no origin then.
 *
 * @param {Site} site
 * @param {number} status
 * @param {Record<string, string>} more
 * @returns {Response}
 */
export function answer(site, status, more) {
  /** @type {Record<number, string>} */
  const names = {
    204: "No Content",
    301: "Moved Permanently",
    302: "Found",
    307: "Temporary Redirect",
    308: "Permanent Redirect",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
  };
  /** @type {Headers} */
  const headers = { "x-content-type-options": { value: "nosniff" } };
  if (site.hsts) headers["strict-transport-security"] = { value: site.hsts };
  Object.keys(more).forEach((name) => {
    headers[name] = { value: more[name] || "" };
  });
  const name = names[status] || "";
  if (status < 400) return { statusCode: status, statusDescription: name, headers: headers };
  headers["content-type"] = { value: "text/plain; charset=utf-8" };
  // without a text, browsers show an error of their own
  return { statusCode: status, statusDescription: name, headers: headers, body: { encoding: "text", data: status + " " + name + "\n" } };
}
