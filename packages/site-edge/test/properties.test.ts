import { edgeFunction, edgeRuntime } from "@groundplan/site-edge";
import fc from "fast-check";
import { describe, it } from "vitest";
import { requestOf, site } from "./site.js";

const hosts = ["www.example.com", "example.com", "shop.example.com"];
const redirects = [
  { from: "/shop/*", to: "https://shop.example.com/*" },
  { from: "/blog/*", to: "/*" },
  { from: "/x/*", to: "/a*" },
];
const routings = ["spa", "directoryIndex", "none"] as const;
const runs = new Map(
  routings.map((routing) => [routing, edgeRuntime(edgeFunction(site({ routing, redirects, domainNames: hosts.slice(0, 2) })))] as const),
);

/** Paths as an attacker would make them: few characters, those that mean something. */
const piece = fc.constantFrom(
  "/",
  "//",
  "\\",
  ".",
  "..",
  "a",
  "evil.com",
  "@",
  ":",
  "%2f",
  "%5c",
  "%2e",
  "?",
  "#",
  "*",
  "_versions",
  "%5f",
  "blog",
  "shop",
  "x",
  "\t",
  "\r\n",
  "é",
);
const uri = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join("")}`),
  fc.webPath(),
  fc.string(),
);
const query = fc.option(fc.webQueryParameters(), { nil: undefined });
const routing = fc.constantFrom(...routings);
const host = fc.constantFrom("www.example.com", "example.com", "evil.com");

/** Where a browser on a page of the site goes. */
function hostOf(location: string, page: string): string {
  return new URL(location, `https://${page}/`).host;
}

describe("whatever the request", () => {
  it("no redirect leads to another host than those configured", () =>
    fc.assert(
      fc.asyncProperty(routing, host, uri, query, async (mode, name, path, search) => {
        const result = await runs.get(mode)?.({ ...requestOf({ uri: path, query: search }), headers: { host: name } });
        if (result?.kind !== "answer") return;
        const { location } = result.headers;
        if (location !== undefined && !hosts.includes(hostOf(location, "www.example.com"))) throw new Error(location);
      }),
      { numRuns: 3000 },
    ));

  it("what the origin is asked for, asked for again, is the same", () =>
    fc.assert(
      fc.asyncProperty(routing, uri, async (mode, path) => {
        const run = runs.get(mode);
        const first = await run?.({ ...requestOf({ uri: path }), headers: { host: "www.example.com" } });
        if (first?.kind !== "forward") return;
        const second = await run?.({ ...requestOf({ uri: first.uri }), headers: { host: "www.example.com" } });
        if (second?.kind !== "forward" || second.uri !== first.uri) throw new Error(`${first.uri}, then ${JSON.stringify(second)}`);
      }),
      { numRuns: 2000 },
    ));

  it("the origin is never asked for a list of files, or for the publisher's records", () =>
    fc.assert(
      fc.asyncProperty(routing, uri, async (mode, path) => {
        const result = await runs.get(mode)?.({ ...requestOf({ uri: path }), headers: { host: "www.example.com" } });
        if (result?.kind !== "forward") return;
        const key = decodeURIComponent(result.uri);
        if (key === "/" || key.startsWith("/_versions/")) throw new Error(result.uri);
        if (mode === "directoryIndex" && result.uri.endsWith("/")) throw new Error(result.uri);
      }),
      { numRuns: 2000 },
    ));
});
