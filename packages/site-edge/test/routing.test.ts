import { describe, expect, it } from "vitest";
import { visit } from "./site.js";

describe("directoryIndex", () => {
  it.each([
    ["/", "/index.html"],
    ["/docs/", "/docs/index.html"],
    ["/docs", "301 /docs/"],
    ["/docs?page=2&q=a%20b", "301 /docs/?page=2&q=a%20b"],
    ["/docs?", "301 /docs/?"],
    ["/docs/?page=2", "/docs/index.html"],
    ["/docs/index.html", "/docs/index.html"],
    ["/index.html", "/index.html"],
    ["/style.css", "/style.css"],
    ["/clip.mp4", "/clip.mp4"],
    ["/archive.7z", "/archive.7z"],
    ["/v1.2/", "/v1.2/index.html"],
    ["/v1.2", "301 /v1.2/"],
    ["/v1.2/guide", "301 /v1.2/guide/"],
    ["/v1.2/app.js", "/v1.2/app.js"],
    ["/caf%C3%A9", "301 /caf%C3%A9/"],
    ["/caf%C3%A9/", "/caf%C3%A9/index.html"],
    ["/a%20b.txt", "/a%20b.txt"],
    ["/.well-known/apple-app-site-association", "/.well-known/apple-app-site-association"],
    ["/.well-known/", "/.well-known/index.html"],
    ["//evil.com", "//evil.com"],
    ["//evil", "301 /evil/"],
    ["///evil//x", "301 /evil//x/"],
    ["/\\evil.com", "404"],
    ["/%5Cevil", "404"],
    ["/%2F%2Fevil", "301 /%2F%2Fevil/"],
    ["/%0d%0aset-cookie:x", "301 /%0d%0aset-cookie:x/"],
    ["/docs/../secret", "404"],
    ["/%2e%2e/secret", "404"],
    ["/./docs/", "404"],
    ["/..docs/", "/..docs/index.html"],
    ["/100%", "400"],
    ["/%ff", "400"],
    ["/a b", "400"],
    ["evil.com", "400"],
    ["*", "400"],
    ["@evil.com/", "400"],
  ])("makes of %s %s", async (request, expected) => {
    expect(await visit({}, request)).toBe(expected);
  });

  it("takes another name for the pages of folders", async () => {
    expect(await visit({ indexDocument: "default.htm" }, "/docs/")).toBe("/docs/default.htm");
  });
});

describe("spa", () => {
  it.each([
    ["/", "/index.html"],
    ["/users/7", "/index.html"],
    ["/users/7/", "/index.html"],
    ["/users/7?tab=mail", "/index.html"],
    ["/v1.2", "/index.html"],
    ["/v1.2/", "/index.html"],
    ["//evil.com", "//evil.com"],
    ["//evil", "/index.html"],
    ["/assets/app.4f2a91.js", "/assets/app.4f2a91.js"],
    ["/assets/missing.js", "/assets/missing.js"],
    ["/favicon.ico", "/favicon.ico"],
    ["/caf%C3%A9", "/index.html"],
    ["/.well-known/apple-app-site-association", "/.well-known/apple-app-site-association"],
    ["/docs/../secret", "404"],
  ])("makes of %s %s", async (request, expected) => {
    expect(await visit({ routing: "spa" }, request)).toBe(expected);
  });
});

describe("none", () => {
  it.each([
    ["/", "/index.html"],
    ["/docs", "/docs"],
    ["/docs/", "/docs/"],
    ["/docs/page.html", "/docs/page.html"],
    ["//evil.com", "//evil.com"],
    ["/100%", "400"],
  ])("makes of %s %s", async (request, expected) => {
    expect(await visit({ routing: "none" }, request)).toBe(expected);
  });
});

describe("the publisher's records", () => {
  const hidden = [
    "/_versions/20260101T000000Z.json",
    "/_versions",
    "/_versions/",
    "/%5Fversions/x.json",
    "/%5fversions%2Fx.json",
    "//_versions/x.json",
    "/_versions//x.json",
    "/a/../_versions/x.json",
  ];
  it.each(hidden.flatMap((path) => (["spa", "directoryIndex", "none"] as const).map((routing) => [path, routing] as const)))(
    "are not served: %s, with %s",
    async (path, routing) => {
      expect(await visit({ routing }, path)).toBe("404");
    },
  );

  it("leave alone what is only called alike", async () => {
    expect(await visit({}, "/_versions.html")).toBe("/_versions.html");
    expect(await visit({}, "/docs/_versions/")).toBe("/docs/_versions/index.html");
  });
});

describe("methods", () => {
  it.each([
    ["HEAD", "/docs", "301 /docs/"],
    ["HEAD", "/docs/", "/docs/index.html"],
    ["OPTIONS", "/docs", "204"],
    ["OPTIONS", "/_versions/x.json", "404"],
  ])("make of %s %s %s", async (method, uri, expected) => {
    expect(await visit({}, { method, uri })).toBe(expected);
  });
});
