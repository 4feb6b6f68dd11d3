import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { publishConfigOf, publishedPackages } from "../packaging/packages.js";

const packages = publishedPackages(fileURLToPath(new URL("../..", import.meta.url)));

describe.each(packages)("the package $name", ({ manifest }) => {
  it("publishes what it exports in the workspace, built", () => {
    expect(manifest.publishConfig).toEqual(publishConfigOf(manifest));
  });
});
