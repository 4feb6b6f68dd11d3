import { describe, expect, it } from "vitest";
import { contentTypeOf, isPage } from "../src/content-type.js";

describe("the type of a file", () => {
  it.each([
    ["index.html", "text/html; charset=utf-8"],
    ["assets/app.4f2a.js", "text/javascript; charset=utf-8"],
    ["assets/app.mjs", "text/javascript; charset=utf-8"],
    ["assets/app.js.map", "application/json; charset=utf-8"],
    ["style.css", "text/css; charset=utf-8"],
    ["feed.xml", "application/xml; charset=utf-8"],
    ["logo.svg", "image/svg+xml; charset=utf-8"],
    ["site.webmanifest", "application/manifest+json; charset=utf-8"],
    [".well-known/apple-app-site-association", "application/json; charset=utf-8"],
    ["app.wasm", "application/wasm"],
    ["fonts/inter.woff2", "font/woff2"],
    ["photo.avif", "image/avif"],
    ["LICENSE", "text/plain; charset=utf-8"],
    ["data.unheard-of", "application/octet-stream"],
    ["noextension", "application/octet-stream"],
  ])("of %s is %s", (path, type) => {
    expect(contentTypeOf(path)).toBe(type);
  });

  it("tells pages from what pages need", () => {
    expect(["index.html", "old.HTM", "app.js", "html", "a.html.js"].filter(isPage)).toEqual(["index.html", "old.HTM"]);
  });
});
