import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { awsProvider, findProviderMirror } from "../src/index.js";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "mirror-"));
  folders.push(made);
  return made;
}

const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;

function unpacked(mirror: string, version = awsProvider.version): string {
  const place = join(mirror, awsProvider.source, version, platform);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `terraform-provider-aws_v${version}_x5`), "");
  return mirror;
}

function packed(mirror: string): string {
  mkdirSync(join(mirror, awsProvider.source), { recursive: true });
  writeFileSync(join(mirror, awsProvider.source, `terraform-provider-aws_${awsProvider.version}_${platform}.zip`), "");
  return mirror;
}

/** Looks nowhere else on this machine. */
const only = (root: string, home = folder()) => ({ environment: { XDG_DATA_DIRS: folder() }, home, roots: [root] });

describe("the search for a provider's mirror", () => {
  it("finds a folder registry.terraform.io three levels below a root, and no deeper", () => {
    const root = folder();
    expect(findProviderMirror(awsProvider, only(unpacked(root)))).toBe(root);
    const third = folder();
    expect(findProviderMirror(awsProvider, only(third))).toBeUndefined();
    unpacked(join(third, "a", "b"));
    expect(findProviderMirror(awsProvider, only(third))).toBe(join(third, "a", "b"));
    const fourth = folder();
    unpacked(join(fourth, "a", "b", "c"));
    expect(findProviderMirror(awsProvider, only(fourth))).toBeUndefined();
  });

  it("passes by a mirror of another version", () => {
    const root = folder();
    unpacked(join(root, "a"), "5.99.0");
    expect(findProviderMirror(awsProvider, only(root))).toBeUndefined();
    unpacked(join(root, "b"));
    expect(findProviderMirror(awsProvider, only(root))).toBe(join(root, "b"));
  });

  it("prefers Terraform's implied folders to the usual places, and unpacked to packed", () => {
    const [root, home] = [folder(), folder()];
    unpacked(root);
    packed(join(home, ".terraform.d", "plugins"));
    expect(findProviderMirror(awsProvider, only(root, home))).toBe(root);
    unpacked(join(home, ".terraform.d", "plugins"));
    expect(findProviderMirror(awsProvider, only(root, home))).toBe(join(home, ".terraform.d", "plugins"));
  });

  it("takes a packed one where no other is", () => {
    const root = packed(folder());
    expect(findProviderMirror(awsProvider, only(root))).toBe(root);
  });

  it("takes GROUNDPLAN_PROVIDER_MIRROR before all, and says so when it holds no such provider", () => {
    const [root, chosen] = [unpacked(folder()), folder()];
    const search = { ...only(root), environment: { GROUNDPLAN_PROVIDER_MIRROR: chosen } };
    expect(() => findProviderMirror(awsProvider, search)).toThrow(
      `"GROUNDPLAN_PROVIDER_MIRROR" names ${chosen}, which holds no registry.terraform.io/hashicorp/aws 5.100.0 for ${platform}`,
    );
    unpacked(chosen);
    expect(findProviderMirror(awsProvider, search)).toBe(chosen);
  });
});
