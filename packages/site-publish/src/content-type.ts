import { posix } from "node:path";
import { contentType } from "mime-types";

/** Files that the web asks for by a name without an extension, and wants as something. */
const byName: Readonly<Record<string, string>> = {
  // https://developer.apple.com/documentation/xcode/supporting-associated-domains
  "apple-app-site-association": "application/json; charset=utf-8",
  CNAME: "text/plain; charset=utf-8",
  LICENSE: "text/plain; charset=utf-8",
};

/** Types that are text, of which the list of types does not say it. */
const text = /^(application\/(xml|[\w.-]+\+xml|javascript)|image\/svg\+xml)$/;

const unknown = "application/octet-stream";

/**
 * The Content-Type of a file, by its name: text says that it is UTF-8, since browsers take it for windows-1252 otherwise.
 *
 * @example contentTypeOf("docs/index.html") // "text/html; charset=utf-8"
 */
export function contentTypeOf(path: string): string {
  const name = posix.basename(path);
  const type = byName[name] ?? contentType(posix.extname(name));
  if (type === false || type === "") return unknown;
  return text.test(type) ? `${type}; charset=utf-8` : type;
}

/** A page: what visitors ask for by its address, and what names the files that it needs. */
export function isPage(path: string): boolean {
  return /\.html?$/i.test(path);
}
