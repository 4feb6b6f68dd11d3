/**
 * Whether a path is a file's: its name ends like `.css` or `.mp4`, and not like `v1.2`.
 * What is beneath /.well-known/ is looked up under the very names that others agreed on.
 *
 * @param {string} uri
 */
export function isFile(uri) {
  return /\.[0-9]*[A-Za-z][0-9A-Za-z]*$/.test(uri) || (uri.startsWith("/.well-known/") && !uri.endsWith("/"));
}
