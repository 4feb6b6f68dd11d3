import { cacheControlOf, isImmutable, pathMatches } from "@groundplan/site-edge";
import { describe, expect, it } from "vitest";
import { site } from "./site.js";

const forever = "public, max-age=31536000, immutable";

describe("cache rules", () => {
  it.each([
    ["/index.html", "no-cache"],
    ["/docs/index.html", "no-cache"],
    ["/old.HTM", "no-cache"],
    ["/.well-known/security", "no-cache"],
    ["/assets/app.4f2a91.js", forever],
    ["/assets/deep/font.woff2", forever],
    ["/assets/page.html", forever],
    ["/_astro/page.Ab12.css", forever],
    ["/_next/static/chunks/1.js", forever],
    ["/_next/data/x.json", "public, max-age=3600"],
    ["/docs/assets/app.js", "public, max-age=3600"],
    ["/favicon.ico", "public, max-age=3600"],
    ["/sw.js", "public, max-age=3600"],
    ["/v1.2/feed.xml", "public, max-age=3600"],
  ])("of %s: %s", (path, expected) => {
    expect(cacheControlOf(site(), path)).toBe(expected);
  });

  it("are as given", () => {
    const data = site({ cache: { immutable: ["/static/*.??????.js"], immutableSeconds: 60, html: 30, otherSeconds: 0 } });
    expect(cacheControlOf(data, "/static/app.4f2a91.js")).toBe("public, max-age=60, immutable");
    expect(cacheControlOf(data, "/static/app.js")).toBe("public, max-age=0");
    expect(cacheControlOf(data, "/index.html")).toBe("public, max-age=30");
    expect(isImmutable(data, "/assets/app.js")).toBe(false);
  });
});

describe("CloudFront's patterns", () => {
  it.each([
    ["/assets/*", "/assets/", true],
    ["/assets/*", "/assets/a/b", true],
    ["/assets/*", "/assets", false],
    ["/assets/*", "/Assets/a", false],
    ["/*.js", "/a/b.js", true],
    ["/*.js", "/a/b.jsx", false],
    ["/a?.css", "/ab.css", true],
    ["/a?.css", "/a.css", false],
    ["/a.css", "/axcss", false],
    ["/a+(b)$", "/a+(b)$", true],
  ])("%s on %s: %s", (pattern, path, expected) => {
    expect(pathMatches(pattern, path)).toBe(expected);
  });
});
