import { describe, expect, it } from "vitest";
import { invalidationPaths } from "../src/invalidation-paths.js";

const directories = { indexDocument: "index.html", routing: "directoryIndex" } as const;
const many = (count: number, name: (index: number) => string) => Array.from({ length: count }, (_, index) => name(index));

describe("what the edge is told to forget", () => {
  it("is a page under each of its addresses", () => {
    expect(invalidationPaths(["index.html", "docs/index.html", "about.html"], directories)).toEqual([
      "/",
      "/about.html",
      "/docs/",
      "/docs/index.html",
      "/index.html",
    ]);
  });

  it.each(["spa", "none"] as const)("is in %s the front page alone under two", (routing) => {
    expect(invalidationPaths(["index.html", "docs/index.html"], { indexDocument: "index.html", routing })).toEqual([
      "/",
      "/docs/index.html",
      "/index.html",
    ]);
  });

  it("has the site's own index document", () => {
    expect(invalidationPaths(["docs/start.htm"], { indexDocument: "start.htm", routing: "directoryIndex" })).toEqual([
      "/docs/",
      "/docs/start.htm",
    ]);
  });

  it("encodes what RFC 1738 calls unsafe, and nothing else", () => {
    expect(
      invalidationPaths(["ä b.png", "a+b@c$d!e'(f),g;h:i=j&k.png", "100%.png", "[1]{2}.png", "what?.png", "*.png"], directories),
    ).toEqual(["/%2A.png", "/%5B1%5D%7B2%7D.png", "/%C3%A4%20b.png", "/100%25.png", "/a+b@c$d!e'(f),g;h:i=j&k.png", "/what%3F.png"]);
  });

  it("is all that begins alike, where a name has the ~ that CloudFront takes none of", () => {
    expect(invalidationPaths(["~home/index.html", "a/b~1.png", "a/b~2.png"], directories)).toEqual(["/*", "/a/b*"]);
  });

  it("is each of 3000 paths", () => {
    expect(
      invalidationPaths(
        many(3000, (index) => `p/${index}.html`),
        directories,
      ),
    ).toHaveLength(3000);
  });

  it("is whole folders from there on, and everything where those are more than 15", () => {
    expect(
      invalidationPaths(
        many(3001, (index) => `p${index % 15}/${index}.html`),
        directories,
      ),
    ).toHaveLength(15);
    expect(
      invalidationPaths(
        many(3001, (index) => `p${index % 16}/${index}.html`),
        directories,
      ),
    ).toEqual(["/*"]);
    expect(invalidationPaths([...many(3001, (index) => `p/${index}.html`), "index.html"], directories)).toEqual(["/*"]);
  });
});
