import { describe, expect, it } from "vitest";
import { visit } from "./site.js";

const redirects = [
  { from: "/old", to: "/new/" },
  { from: "/shop/*", to: "https://shop.example.com/*", status: 302 },
  { from: "/shop/help/*", to: "/help/*/index", status: 307 },
  { from: "/blog/*", to: "/*" },
  { from: "/home.html", to: "/", status: 308 },
  { from: "/search", to: "/find?in=all#top" },
  { from: "/gone/*", to: "/archive/" },
] as const;

describe("redirects", () => {
  it.each([
    ["/old", "301 /new/"],
    ["/old?a=1", "301 /new/?a=1"],
    ["/old/", "/old/index.html"],
    ["/older", "301 /older/"],
    ["/home.html", "308 /"],
    ["/search", "301 /find?in=all#top"],
    ["/search?q=x", "301 /find?in=all&q=x#top"],
    ["/shop/", "302 https://shop.example.com/"],
    ["/shop/a/b.html", "302 https://shop.example.com/a/b.html"],
    ["/shop/a?x=1", "302 https://shop.example.com/a?x=1"],
    ["/shop", "301 /shop/"],
    ["/shop/$&", "302 https://shop.example.com/$&"],
    ["/shop/help/a", "307 /help/a/index"],
    ["/shop/.evil.com", "302 https://shop.example.com/.evil.com"],
    ["/blog/2024/post", "301 /2024/post"],
    ["/blog//evil.com", "301 /evil.com"],
    ["/blog///evil.com/x", "301 /evil.com/x"],
    ["/blog/\\evil.com", "404"],
    ["/gone/far/away", "301 /archive/"],
    [`/${"a/".repeat(4000)}`, `/${"a/".repeat(4000)}index.html`],
    ["/__proto__", "301 /__proto__/"],
    ["/constructor/", "/constructor/index.html"],
  ])("make of %s %s", async (request, expected) => {
    expect(await visit({ redirects }, request)).toBe(expected);
  });

  it.each([
    ["/old/x", "301 /x"],
    ["/other", "301 /elsewhere/other"],
  ])("take the longest folder: %s, %s", async (request, expected) => {
    const all = [
      { from: "/*", to: "https://example.com/elsewhere/*" },
      { from: "/old/*", to: "https://example.com/*" },
    ];
    expect((await visit({ redirects: all }, request)).replace("https://example.com", "")).toBe(expected);
  });

  it("may be asked for again after an hour, those for now at once", async () => {
    const { edgeFunction, edgeRuntime } = await import("@groundplan/site-edge");
    const { requestOf, site } = await import("./site.js");
    const run = edgeRuntime(edgeFunction(site({ redirects })));
    expect(await run(requestOf("/old"))).toMatchObject({ headers: { "cache-control": "max-age=3600" } });
    expect(await run(requestOf("/shop/"))).toMatchObject({ headers: { "cache-control": "no-cache" } });
  });
});
