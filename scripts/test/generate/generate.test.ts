import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeepReadonly } from "@groundplan/core/schema";
import { afterAll, describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { generatedFiles } from "../../generate/generate.js";
import { staleFiles, writeFiles } from "../../generate/generated-file.js";
import { jsonSchemaOf } from "../../generate/json-schema.js";
import { withPropertiesTables } from "../../generate/properties-table.js";
import { propsFile } from "../../generate/props-file.js";
import { withExamples } from "../../generate/readme-examples.js";
import type { EverythingProps } from "./everything.generated.js";
import { schema } from "./everything.js";

const root = join(import.meta.dirname, "..", "..", "..");
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("what is generated", () => {
  it("is up to date in every package and for the environment files", async () => {
    const stale = staleFiles(root, await generatedFiles(root)).map(({ path }) => path);
    expect(stale, 'run "npm run generate", and commit what it writes').toEqual([]);
  });

  it("is told stale when a file differs or is missing, and not after it was written", () => {
    const folder = mkdtempSync(join(tmpdir(), "generate-"));
    folders.push(folder);
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "src/old.ts"), "old");
    const files = [
      { path: "src/old.ts", content: "new" },
      { path: "src/missing.ts", content: "new" },
    ];
    expect(staleFiles(folder, files)).toEqual(files);
    writeFiles(folder, files);
    expect(staleFiles(folder, files)).toEqual([]);
  });
});

describe("a props interface", () => {
  it("is what its schema takes, whatever the schema is made of", async () => {
    expectTypeOf<EverythingProps>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>();
    const everything = { className: "Everything", interfaceName: "EverythingProps", jsonSchema: jsonSchemaOf(schema) };
    await expect(propsFile([everything])).toMatchFileSnapshot("./everything.generated.ts");
  });

  it("documents description, range and default, and lets no description end its comment", () => {
    const jsonSchema = jsonSchemaOf(schema);
    const text = propsFile([{ className: "Everything", interfaceName: "EverythingProps", jsonSchema }]);
    expect(text).toContain("  /** How many. 1 to 6. */\n  readonly count: number;");
    expect(text).toContain('  /** @default "none" */\n  readonly mode?: "none" | "single" | undefined;');
    expect(text).toContain("/** Ends a comment: *\\/ and goes on. */");
  });

  it("is refused for a schema that refers to itself", () => {
    const tree: z.ZodType = z.strictObject({
      get children() {
        return z.array(tree);
      },
    });
    const jsonSchema = jsonSchemaOf(z.strictObject({ tree }));
    expect(() => propsFile([{ className: "Tree", interfaceName: "TreeProps", jsonSchema }])).toThrow(
      "TreeProps.tree refers to itself or to another schema, which props cannot; write it out",
    );
  });
});

describe("an interface of what has no type here", () => {
  it("is refused with its place, not written as something weaker", () => {
    const jsonSchema = jsonSchemaOf(z.strictObject({ nothing: z.never() }));
    expect(() => propsFile([{ className: "Nothing", interfaceName: "NothingProps", jsonSchema }])).toThrow(
      'NothingProps.nothing has "not", which has no type here; teach scripts/generate/type-text.ts',
    );
  });
});

describe("a README's table", () => {
  const jsonSchema = jsonSchemaOf(
    z.strictObject({
      mode: z.enum(["a", "b"]).default("a").describe("One | other."),
      routes: z.array(z.strictObject({ cidr: z.string().describe("Where to.") })).default([]),
      tiers: z.record(z.string(), z.strictObject({ slot: z.int().min(0).max(15) })).optional(),
    }),
  );

  it("has a row for each property, what is nested too, and leaves the rest of the file alone", () => {
    expect(
      withPropertiesTables(
        "before\n<!-- properties -->\nold\n<!-- /properties -->\nafter",
        [{ className: "X", interfaceName: "XProps", jsonSchema }],
        "README.md",
      ),
    ).toBe(
      [
        "before",
        "<!-- properties -->",
        "| property | type | default | |",
        "| --- | --- | --- | --- |",
        '| `mode` | `"a"`, `"b"` | `"a"` | One \\| other. |',
        "| `routes` | list of object | `[]` |  |",
        "| `routes[].cidr` | string | required | Where to. |",
        "| `tiers` | map of object |  |  |",
        "| `tiers.<name>.slot` | whole number, 0 to 15 | required |  |",
        "<!-- /properties -->",
        "after",
      ].join("\n"),
    );
  });

  it("is one for each class of a package that has several, and says whose", () => {
    const schemaOf = (name: string) => jsonSchemaOf(z.strictObject({ [name]: z.string() }));
    const classes = ["Zone", "Certificate"].map((name) => ({ className: name, interfaceName: `${name}Props`, jsonSchema: schemaOf(name) }));
    const readme = "# a\n<!-- properties Zone -->\n<!-- /properties -->\n# b\n<!-- properties Certificate -->\nold\n<!-- /properties -->\n";
    const table = (name: string) => `| property | type | default | |\n| --- | --- | --- | --- |\n| \`${name}\` | string | required |  |\n`;
    expect(withPropertiesTables(readme, classes, "README.md")).toBe(
      `# a\n<!-- properties Zone -->\n${table("Zone")}<!-- /properties -->\n# b\n<!-- properties Certificate -->\n${table("Certificate")}<!-- /properties -->\n`,
    );
    expect(propsFile(classes)).toContain("export interface ZoneProps {\n  readonly Zone: string;\n}\n\n/** The data that `Certificate`");
  });

  it("needs its place", () => {
    expect(() =>
      withPropertiesTables("no place", [{ className: "X", interfaceName: "XProps", jsonSchema }], "packages/x/README.md"),
    ).toThrow('packages/x/README.md has no place for its properties; add the lines "<!-- properties -->" and "<!-- /properties -->"');
  });
});

describe("a README's example", () => {
  it("is the file that it names", () => {
    const readme = "a\n<!-- example examples/one.ts -->\nold\n<!-- /example -->\nb\n<!-- example examples/two.ts -->\n<!-- /example -->\n";
    expect(withExamples(readme, (file) => `// ${file}\n`)).toBe(
      [
        "a\n<!-- example examples/one.ts -->\n```ts\n// examples/one.ts\n```\n<!-- /example -->",
        "b\n<!-- example examples/two.ts -->\n```ts\n// examples/two.ts\n```\n<!-- /example -->\n",
      ].join("\n"),
    );
  });
});
