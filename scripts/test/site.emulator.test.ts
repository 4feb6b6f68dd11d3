import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SmallProject } from "./small/estate.js";
import { siteStack } from "./small/site.js";
import { SmallWorld } from "./small/world.js";

let world: SmallWorld;
const project = new SmallProject();
const folder = mkdtempSync(join(tmpdir(), "groundplan-site-"));

beforeAll(async () => {
  world = await SmallWorld.start("site");
  project.synthesize(siteStack());
  cpSync(join(process.cwd(), "examples", "site", "pages"), folder, { recursive: true });
});
afterAll(async () => {
  await world.stop();
  project.remove();
  rmSync(folder, { recursive: true });
});

const groundplan = (...args: string[]) => world.run(project.root, ...args);
const publish = (...more: string[]) => groundplan("site", "publish", "dev", "docs", "--folder", folder, ...more);

it("a site is published by its name, changed, and rolled back; Terraform sees nothing of it, and takes its files along", async () => {
  expect((await groundplan("apply", "dev", "--auto-approve")).code).toBe(0);

  const dry = await publish("--dry-run");
  expect(dry.out).toMatch(/^would upload \(5\):\n(.*\n)*nothing was written/);
  expect(dry.code).toBe(2);
  expect((await publish()).out).toMatch(/^published https:.*: 5 files .*, 0 unchanged, 0 deleted/);
  expect((await publish()).out).toContain("is up to date: version ");

  writeFileSync(join(folder, "guide", "index.html"), "<!doctype html><title>new</title>");
  const changed = JSON.parse((await publish("--json")).out);
  expect(changed).toMatchObject({ uploaded: ["guide/index.html"], unchanged: 4, invalidated: ["/guide/", "/guide/index.html"] });

  const listed = JSON.parse((await groundplan("site", "versions", "dev", "docs", "--json")).out);
  expect(listed.map(({ isNewest }: { readonly isNewest: boolean }) => isNewest)).toEqual([true, false]);
  expect((await groundplan("site", "rollback", "dev", "docs")).out).toContain(`shows version ${listed[1].id} again`);
  expect((await groundplan("site", "rollback", "dev", "docs", "gone")).err).toContain('there is no version "gone"; there are');

  expect((await groundplan("site", "password", "dev", "docs", "anna")).out).toMatch(/^user anna, password \S{24} \(shown this once\)\n$/);
  expect((await groundplan("site", "password", "dev", "docs", "anna", "--remove")).out).toContain("anna is let in no longer");

  const empty = join(folder, "none");
  mkdirSync(empty);
  const nothing = await groundplan("site", "publish", "dev", "docs", "--folder", empty);
  expect(nothing.err).toContain(empty);
  expect(nothing.code).toBe(1);

  expect((await groundplan("plan", "dev")).out).toContain("0 of 1 stacks to change");
  const destroyed = await groundplan("destroy", "dev", "--auto-approve");
  expect(destroyed.out).toContain("dev-site-docs: destroyed");
  expect(destroyed.code).toBe(0);
});

it("what is not there is told with the nearest name, before anything is asked of AWS", async () => {
  expect((await groundplan("site", "versions", "dev", "doc")).err).toContain('"dev" has no site "doc"; did you mean "docs"?');
  expect((await groundplan("site", "versions", "def", "docs")).err).toContain('there is no environment "def"; did you mean "dev"?');
});
