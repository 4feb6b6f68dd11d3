import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { satisfies } from "semver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Consumer, installConsumer } from "../packaging/consumer.js";
import { packAll, type Tarball } from "../packaging/pack.js";
import { publishedPackages } from "../packaging/packages.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const example = join(root, "examples", "consumer");

/** Other bindings that the same sources serve. */
const bindings = [
  { name: "of AWS provider 6", versions: { "@cdktf/provider-aws": "21.22.1" } },
  {
    name: "of CDK Terrain, the community's fork",
    versions: { cdktf: "npm:cdktn@0.24.0", "@cdktf/provider-aws": "npm:@cdktn/provider-aws@25.7.0", constructs: "~10.7.2" },
  },
];

describe("the modules", () => {
  let folder: string;
  let tarballs: readonly Tarball[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "groundplan-bindings-"));
    tarballs = await packAll(root, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe.each(bindings)("with the bindings $name", ({ name, versions }) => {
    let consumer: Consumer;
    beforeAll(async () => {
      consumer = await installConsumer(example, { folder: join(folder, name.replace(/\W+/g, "-")), tarballs, versions });
    });

    it("run on those, and on no others", () => {
      for (const [library, wanted] of Object.entries(versions)) {
        const file = join(consumer.folder, "node_modules", library, "package.json");
        const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
        expect(satisfies(version, wanted.split("@").at(-1) ?? wanted), `${library} ${version}`).toBe(true);
      }
    });

    it("compile from source", async () => {
      layOutSources(consumer.folder);
      await consumer.run("tsc", "-p", "sources");
    });

    it("synthesize, packed, and pass the project's own tests", async () => {
      await consumer.run("npm", "run", "--silent", "synth");
      expect(await consumer.run("vitest", "run", "--reporter=json")).toMatch(/"numFailedTests":0,.*"success":true/);
    });
  });
});

/** Our sources within a project that has other bindings installed. */
function layOutSources(folder: string): void {
  const sources = join(folder, "sources");
  const packages = publishedPackages(root).filter(({ name }) => name !== "emulator");
  for (const { name, folder: from } of packages) cpSync(join(from, "src"), join(sources, name, "src"), { recursive: true });
  const paths = packages.flatMap(({ name, manifest }) =>
    Object.entries(manifest.exports).map(([subpath, source]) => [join(manifest.name, subpath), [`./${join(name, source)}`]]),
  );
  const base = JSON.parse(readFileSync(join(root, "tsconfig.base.json"), "utf8")) as { compilerOptions: object };
  const compilerOptions = { ...base.compilerOptions, noEmit: true, paths: Object.fromEntries(paths) };
  writeFileSync(join(sources, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
}
