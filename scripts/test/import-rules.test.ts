import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Who imports what, and the rule that forbids it. */
const forbidden: readonly (readonly [from: string, imported: string, rule: string])[] = [
  ["packages/network/src/index.ts", "@cdktf/provider-aws", "no-barrel"],
  ["packages/network/src/a.ts", "./b.js", "no-cycles"],
  ["packages/network/src/database.ts", "@groundplan/rds", "modules-never-import-each-other"],
  ["packages/network/src/above.ts", "../../../stacks/network.js", "modules-never-import-each-other"],
  ["packages/network/src/config.ts", "@groundplan/core", "config-is-plain-data"],
  ["packages/rds/src/config.ts", "node:fs", "config-imports-little"],
  ["packages/kms-key/src/index.ts", "@groundplan/network", "parts-stand-on-parts-and-core"],
  ["packages/core/src/names.ts", "@groundplan/kms-key", "core-stands-alone"],
  ["packages/site-publish/src/publish.ts", "@groundplan/network", "publisher-without-cdktf"],
  ["packages/core/src/schema/fields.ts", "cdktf", "schema-without-cdktf"],
  ["environments/load.ts", "@groundplan/network", "environments-read-schemas"],
  ["environments/estate.ts", "../stacks/network.js", "environments-read-schemas"],
  ["stacks/upwards.ts", "../scripts/plan.js", "stacks-wire"],
  ["stacks/upwards.ts", "../scripts/plan.js", "nobody-imports-scripts"],
  ["stacks/local.ts", "@groundplan/emulator", "emulator-for-scripts-and-testing"],
  ["packages/emulator/src/index.ts", "@groundplan/core", "emulator-stands-alone"],
  ["scripts/template.ts", "@groundplan/testing", "testing-for-tests"],
  ["packages/testing/src/modules.ts", "@groundplan/network", "testing-stands-on-core-and-emulator"],
  ["packages/network/src/simulated.ts", "@cloud-copilot/iam-simulate", "simulator-for-tests"],
  ["scripts/fixture.ts", "./test/layout.js", "sources-import-no-tests"],
  ["scripts/lost.ts", "./nowhere.js", "resolvable"],
];

/** What must be free to import. */
const allowed: readonly (readonly [from: string, imported: string])[] = [
  ["packages/network/src/parts.ts", "@groundplan/kms-key"],
  ["packages/network/src/contracts.ts", "@groundplan/core"],
  ["packages/network/src/resources.ts", "@cdktf/provider-aws/lib/vpc/index.js"],
  ["packages/kms-key/src/config.ts", "@groundplan/core/schema"],
  ["packages/log-bucket/src/parts.ts", "@groundplan/kms-key"],
  ["packages/network/test/network.test.ts", "@groundplan/testing"],
  ["packages/network/test/simulated.test.ts", "@cloud-copilot/iam-simulate"],
  ["environments/schema.ts", "@groundplan/kms-key/config"],
  ["stacks/network.ts", "@groundplan/network"],
  ["stacks/environment.ts", "../environments/schema.js"],
  ["scripts/plan.ts", "../stacks/network.js"],
  ["scripts/emulator.ts", "@groundplan/emulator"],
  ["packages/testing/src/world.ts", "@groundplan/emulator"],
];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

describe("the direction of imports", () => {
  let folder: string;
  let violations: readonly Violation[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "groundplan-imports-"));
    layOut(folder);
    const config = join(root, ".dependency-cruiser.mjs");
    const { stdout } = await execa(
      join(root, "node_modules", ".bin", "depcruise"),
      ["--config", config, "--output-type", "json", "packages", "environments", "stacks", "scripts"],
      { cwd: folder, reject: false, stdin: "ignore" },
    );
    violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(forbidden)("forbids %s to import %s (%s)", (from, _, rule) => {
    expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name)).toContain(rule);
  });

  it.each(allowed)("lets %s import %s", (from) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([]);
  });

  it("has a case for each rule", async () => {
    const { default: config } = (await import(join(root, ".dependency-cruiser.mjs"))) as { default: { forbidden: { name: string }[] } };
    const tried = new Set(forbidden.map(([, , rule]) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

// its sources are in a folder of the name that our own published files have
const simulator = "@cloud-copilot/iam-simulate/dist/index";

function layOut(folder: string): void {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write("tsconfig.json", "{}");
  for (const name of ["core", "emulator", "kms-key", "log-bucket", "network", "rds", "testing"]) {
    const exports = { ".": "./src/index.ts", "./config": "./src/config.ts", "./schema": "./src/schema/index.ts" };
    write(`packages/${name}/package.json`, JSON.stringify({ name: `@groundplan/${name}`, exports }));
    write(`packages/${name}/src/index.ts`, "export const one = 1;\n");
    mkdirSync(join(folder, "node_modules", "@groundplan"), { recursive: true });
    symlinkSync(join(folder, "packages", name), join(folder, "node_modules", "@groundplan", name));
  }
  write("packages/core/src/index.ts", 'import "cdktf";\nexport const one = 1;\n');
  write("packages/core/src/schema/index.ts", "export const one = 1;\n");
  write("packages/network/src/b.ts", 'import "./a.js";\n');
  write("scripts/test/layout.ts", "export const one = 1;\n");
  for (const file of ["cdktf/index", "@cdktf/provider-aws/lib/index", "@cdktf/provider-aws/lib/vpc/index", simulator]) {
    write(`node_modules/${file}.js`, "module.exports = {};\n");
  }
  write(
    "node_modules/@cloud-copilot/iam-simulate/package.json",
    JSON.stringify({ name: "@cloud-copilot/iam-simulate", main: "dist/index.js" }),
  );
  write("node_modules/cdktf/package.json", JSON.stringify({ name: "cdktf", main: "index.js" }));
  write("node_modules/@cdktf/provider-aws/package.json", JSON.stringify({ name: "@cdktf/provider-aws", main: "lib/index.js" }));
  for (const [file, imported] of [...allowed, ...forbidden]) write(file, `import "${imported}";\nexport const one = 1;\n`);
}
