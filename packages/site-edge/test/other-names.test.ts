import { describe, expect, it } from "vitest";
import { visit } from "./site.js";

const domainNames = ["example.com", "www.example.com"];
const from = (host: string, uri = "/docs", query?: string) => ({ uri, query, headers: { host } });

describe("other names", () => {
  it.each([
    ["www.example.com", "/docs", undefined, "301 https://example.com/docs"],
    ["www.example.com", "/docs", "page=2&page=3", "301 https://example.com/docs?page=2&page=3"],
    ["www.example.com", "/v1.2/app.js", undefined, "301 https://example.com/v1.2/app.js"],
    ["d111111abcdef8.cloudfront.net", "/", undefined, "301 https://example.com/"],
    ["example.com.evil.com", "/", undefined, "301 https://example.com/"],
    ["www.example.com", "//evil.com", undefined, "301 https://example.com//evil.com"],
    ["www.example.com", "@evil.com", undefined, "400"],
    ["www.example.com", "/_versions/x.json", undefined, "404"],
    ["example.com", "/docs/", undefined, "/docs/index.html"],
    ["EXAMPLE.com", "/docs/", undefined, "/docs/index.html"],
  ])("lead from %s%s?%s to the first: %s", async (host, uri, query, expected) => {
    expect(await visit({ domainNames }, from(host, uri, query))).toBe(expected);
  });

  it("lead from the apex to www, where that is the first", async () => {
    expect(await visit({ domainNames: domainNames.toReversed() }, from("example.com"))).toBe("301 https://www.example.com/docs");
  });

  it("show the same, where they are to", async () => {
    expect(await visit({ domainNames, otherNames: "serve" }, from("www.example.com", "/docs/"))).toBe("/docs/index.html");
  });

  it("are not asked for with no name at all", async () => {
    expect(await visit({}, from("www.example.com", "/docs/"))).toBe("/docs/index.html");
  });
});
