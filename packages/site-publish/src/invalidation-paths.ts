import type { Site } from "./site.js";

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations
const mostPaths = 3000;
const mostWildcards = 15;

/** What the edge may have of these files, as CloudFront is told to forget it: as few paths as its limits take. */
export function invalidationPaths(keys: readonly string[], site: Pick<Site, "indexDocument" | "routing">): string[] {
  const asked = [...new Set(keys.flatMap((key) => addresses(key, site)))];
  const paths = [...new Set(asked.map(invalidationPath))].sort();
  const wildcards = paths.filter((path) => path.endsWith("*"));
  if (paths.length - wildcards.length <= mostPaths && wildcards.length <= mostWildcards) return paths;
  const folders = [...new Set(paths.map(folderOf))].sort();
  return folders.length <= mostWildcards && !folders.includes("/*") ? folders : ["/*"];
}

/**
 * Under which addresses a file is found. The edge keeps a page under the name that the function gives it; where the function was changed
 * lately, under the visitor's.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
 */
function addresses(key: string, { indexDocument, routing }: Pick<Site, "indexDocument" | "routing">): string[] {
  const path = `/${key}`;
  const isIndex = routing === "directoryIndex" ? path.endsWith(`/${indexDocument}`) : key === indexDocument;
  return isIndex ? [path, path.slice(0, -indexDocument.length)] : [path];
}

/**
 * Encodes what RFC 1738 calls unsafe, and nothing else: CloudFront takes another spelling for another path. It takes no `~` at all, so
 * that everything that begins like such a path is forgotten.
 */
function invalidationPath(address: string): string {
  const [begin = "", ...rest] = address.split("~");
  const path = begin.replace(/[^\x21-\x7e]|[<>"#%{}|\\^[\]`*?]/gu, encode);
  return rest.length === 0 ? path : `${path}*`;
}

function encode(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

function folderOf(path: string): string {
  const [, first = "", ...rest] = path.split("/");
  return rest.length === 0 ? "/*" : `/${first}/*`;
}
