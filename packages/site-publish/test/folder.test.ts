import { symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readFolder } from "../src/folder.js";
import { WrittenSite } from "./written-site.js";

describe("the folder of a built site", () => {
  const made: WrittenSite[] = [];
  const written = (files: Record<string, string>): WrittenSite => {
    const site = new WrittenSite({ "index.html": "", ...files });
    made.push(site);
    return site;
  };
  const pathsIn = ({ folder }: WrittenSite): string[] => readFolder(folder, "index.html").files.map(({ path }) => path);
  afterEach(() => {
    for (const site of made.splice(0)) site.remove();
  });

  it("is listed in S3's order, with slashes", () => {
    expect(pathsIn(written({ "b/z.js": "", "b.css": "", "ä.html": "" }))).toEqual(["b.css", "b/z.js", "index.html", "ä.html"]);
  });

  it("leaves hidden files at home, and says so, but for .well-known", () => {
    const site = written({ ".DS_Store": "", ".git/HEAD": "", ".git/config": "", "docs/.nojekyll": "", ".well-known/security.txt": "" });
    expect(pathsIn(site)).toEqual([".well-known/security.txt", "index.html"]);
    expect(readFolder(site.folder, "index.html").leftOut).toEqual([".DS_Store", ".git", "docs/.nojekyll"]);
  });

  it("follows a link to a file in it", () => {
    const site = written({ "real.txt": "real" });
    symlinkSync("real.txt", join(site.folder, "link.txt"));
    expect(readFolder(site.folder, "index.html").files.find(({ path }) => path === "link.txt")?.size).toBe(4);
  });

  it("names everything that cannot be published, at once", () => {
    const site = written({
      "About.html": "",
      "about.html": "",
      "_versions/x.json": "",
      "a\\b.html": "",
      "bell\u0007.txt": "",
      "large.bin": "",
    });
    truncateSync(join(site.folder, "large.bin"), 5 * 1024 ** 3 + 1);
    symlinkSync("/etc/hostname", join(site.folder, "secret.txt"));
    symlinkSync("nowhere", join(site.folder, "broken.txt"));
    symlinkSync(".", join(site.folder, "loop"));
    expect(() => pathsIn(site)).toThrow(
      [
        `"${site.folder}" holds what cannot be published, and nothing was:`,
        '  "_versions/x.json" lies where the versions are noted; rename "_versions"',
        '  "a\\\\b.html" has a backslash, which browsers turn into a slash; rename it',
        '  "bell\\u0007.txt" has a control character, which no address can; rename it',
        '  "About.html" and "about.html" differ in case alone; rename one',
        '  "broken.txt" is a link that leads nowhere; take it out',
        '  "large.bin" has 5368709121 bytes, and S3 copies 5368709120 at most; keep it elsewhere',
        '  "loop" is a link that leads out of the folder',
      ].join("\n"),
    );
    expect(() => pathsIn(site)).toThrow('"secret.txt" is a link that leads out of the folder, to /etc/hostname; copy what it leads to');
  });

  it("holds no name that is longer than a key of S3's", () => {
    const folder = `${"ä".repeat(100)}/`.repeat(5);
    expect(() => pathsIn(written({ [`${folder}${"x".repeat(30)}.html`]: "" }))).toThrow(
      "is 1040 bytes long, and S3's keys have 1024 at most",
    );
  });

  it("has a front page", () => {
    const site = written({});
    site.write({ "index.html": undefined, "readme.md": "" });
    expect(() => pathsIn(site)).toThrow(
      `"${site.folder}" has no index.html, which visitors of / get; give the folder that the build writes`,
    );
  });

  it("is there, and is a folder", () => {
    expect(() => readFolder("/nowhere", "index.html")).toThrow('there is no folder "/nowhere"; build the site first');
    expect(() => readFolder("/etc/hostname", "index.html")).toThrow('"/etc/hostname" is a file; give the folder that holds the built site');
  });
});
