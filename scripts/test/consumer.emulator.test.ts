import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Consumer, installConsumer } from "../packaging/consumer.js";
import { packAll, type Tarball } from "../packaging/pack.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the packed packages", () => {
  let folder: string;
  let tarballs: readonly Tarball[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "groundplan-packed-"));
    tarballs = await packAll(root, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("carry what they are made of, their licence, and nothing that only we need", async () => {
    for (const { name, file } of tarballs) {
      const files = await filesIn(file);
      expect(files, name).toEqual(
        expect.arrayContaining(["LICENSE", "package.json", "dist/index.js", "dist/index.cjs", "dist/index.d.ts", "dist/index.d.cts"]),
      );
      expect(
        files.filter((one) => /^(src|test|examples)\/|__pycache__|\.tsbuildinfo$/.test(one)),
        name,
      ).toEqual([]);
    }
  });

  it("carry the emulator's Python", async () => {
    const emulator = tarballs.find(({ name }) => name === "@groundplan/emulator");
    const files = await filesIn(emulator?.file ?? "");
    expect(files).toEqual(
      expect.arrayContaining(["python/groundplan_emulator/__main__.py", "python/requirements.txt", "python/coverage.json"]),
    );
  });

  it("are found right by those who judge packages for a living", async () => {
    for (const { name, file } of tarballs) {
      const here = { cwd: root, preferLocal: true, all: true, reject: false } as const;
      const publint = await execa("publint", ["run", "--strict", file], here);
      expect(publint.exitCode, publint.all).toBe(0);
      // vitest's setup file is for vitest alone, which is of ES modules
      const attw = await execa("attw", ["--exclude-entrypoints", "setup", "--", file], here);
      expect(attw.exitCode, `${name}\n${attw.all}`).toBe(0);
    }
  });

  describe("in a project of ES modules", () => {
    let consumer: Consumer;
    beforeAll(async () => {
      consumer = await installConsumer(join(root, "examples", "consumer"), { folder: join(folder, "consumer"), tarballs });
    });

    it("start the emulator that they carry", async () => {
      const name = `packed-${process.pid}`;
      const options = JSON.stringify({ name, cacheFolder: join(root, ".groundplan") });
      const script = `import { startEmulator, stopEmulator } from "@groundplan/emulator";
        await startEmulator(${options});
        console.log(await stopEmulator(${options}));`;
      expect(await consumer.run("node", "--input-type=module", "--eval", script)).toBe("true");
      rmSync(join(root, ".groundplan", "emulator", "servers", name), { recursive: true });
    });

    it("are type-checked, and synthesize", async () => {
      await consumer.run("npm", "run", "--silent", "synth");
      expect(addressesOf(consumer)).toContain("network_private_a");
    });

    it("pass the project's own tests, by its own vitest", async () => {
      expect(await consumer.run("vitest", "run", "--reporter=json")).toMatch(/"numFailedTests":0,.*"success":true/);
    });

    it("give the same classes to import and to require", async () => {
      const script = `import("@groundplan/network").then((esm) => console.log(esm.Network === require("@groundplan/network").Network))`;
      expect(await consumer.run("node", "--input-type=commonjs", "--eval", script)).toBe("true");
    });

    it("share one cdktf and one constructs with the project", () => {
      const nested = readdirSync(join(consumer.folder, "node_modules", "@groundplan")).filter((name) =>
        existsSync(join(consumer.folder, "node_modules", "@groundplan", name, "node_modules")),
      );
      expect(nested).toEqual([]);
    });
  });

  describe("in a project that only publishes a site", () => {
    let consumer: Consumer;
    beforeAll(async () => {
      const project = join(folder, "publisher");
      mkdirSync(project);
      writeFileSync(
        join(project, "package.json"),
        JSON.stringify({ private: true, dependencies: { "@groundplan/site-publish": "*" }, devDependencies: {} }),
      );
      consumer = await installConsumer(project, { folder: join(folder, "publisher-installed"), tarballs });
    });

    it("give the command", async () => {
      expect(await consumer.run("site-publish", "--help")).toMatch(/^Usage: site-publish.*publish .*rollback .*preview /s);
    });

    it("bring no CDKTF along", () => {
      expect(existsSync(join(consumer.folder, "node_modules", "@groundplan", "site-publish"))).toBe(true);
      for (const library of ["cdktf", "constructs", "@cdktf"])
        expect(existsSync(join(consumer.folder, "node_modules", library)), library).toBe(false);
    });
  });

  describe("in the project that cdktf init makes", () => {
    let consumer: Consumer;
    beforeAll(async () => {
      const example = join(root, "examples", "consumer-commonjs");
      consumer = await installConsumer(example, { folder: join(folder, "consumer-commonjs"), tarballs });
    });

    it("are type-checked as node 10 resolves", async () => {
      await consumer.run("tsc", "--noEmit");
    });

    it("synthesize through ts-node", async () => {
      await consumer.run("npm", "run", "--silent", "synth");
      expect(addressesOf(consumer)).toContain("network_private_a");
    });

    it("pass the project's own tests, by its own jest", async () => {
      expect(await consumer.run("jest", "--json")).toMatch(/"numFailedTests":0,.*"success":true/);
    });
  });
});

async function filesIn(tarball: string): Promise<string[]> {
  const { stdout } = await execa("tar", ["-tzf", tarball]);
  return stdout.split("\n").map((line) => line.replace(/^package\//, ""));
}

function addressesOf({ folder }: Consumer): string[] {
  const json = JSON.parse(readFileSync(join(folder, "cdktf.out", "stacks", "shop", "cdk.tf.json"), "utf8")) as {
    resource: Record<string, Record<string, unknown>>;
  };
  return Object.values(json.resource).flatMap((named) => Object.keys(named));
}
