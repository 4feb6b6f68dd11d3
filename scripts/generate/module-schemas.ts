import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type JsonSchema, jsonSchemaOf } from "./json-schema.js";
import { loadSource } from "./load-source.js";

/** A package, and the schemas that its props come from. */
export interface ModuleSchemas {
  /** From the project's root: `packages/kms-key`. */
  readonly folder: string;
  /** One for each class; a package with a single one names it after itself, and one of functions alone has none. */
  readonly classes: readonly ClassSchema[];
}

/** A class's schema, and what is called after it. */
export interface ClassSchema {
  readonly className: string;
  readonly interfaceName: string;
  readonly jsonSchema: JsonSchema;
}

/** The packages in the order of their names, and the schemas of each `src/config.ts`; those named alone, where some are. */
export async function moduleSchemas(root: string, only: readonly string[] = []): Promise<ModuleSchemas[]> {
  const names = readdirSync(join(root, "packages")).filter((name) => existsSync(join(root, "packages", name, "src")));
  const wanted = names.filter((name) => only.length === 0 || only.includes(name));
  return Promise.all(wanted.sort().map((name) => ofPackage(root, name)));
}

async function ofPackage(root: string, name: string): Promise<ModuleSchemas> {
  const folder = `packages/${name}`;
  const file = `${folder}/src/config.ts`;
  if (!existsSync(join(root, file))) return { folder, classes: [] };
  const { schema, schemas } = await loadSource(root, file);
  const found = schema === undefined ? schemas : { [pascalCase(name)]: schema };
  if (!isSchemas(found)) throw new Error(`${file} exports no zod schema named "schema", nor "schemas" by their classes; add one of them`);
  return { folder, classes: Object.entries(found).map(([className, one]) => ofClass(join(root, folder, "src"), className, one)) };
}

function ofClass(sources: string, className: string, schema: z.ZodType): ClassSchema {
  const file = join(sources, `${kebabCase(className)}.ts`);
  return { className, interfaceName: interfaceName(file, className), jsonSchema: jsonSchemaOf(schema) };
}

/** Props that are data alone are the generated interface; where a class is wired too, its props extend the data. */
function interfaceName(classFile: string, className: string): string {
  const isWired = existsSync(classFile) && readFileSync(classFile, "utf8").includes(`interface ${className}Props`);
  return `${className}${isWired ? "Data" : "Props"}`;
}

function isSchemas(found: unknown): found is Readonly<Record<string, z.ZodType>> {
  return typeof found === "object" && found !== null && Object.values(found).every((one) => one instanceof z.ZodType);
}

function pascalCase(name: string): string {
  return name.replace(/(^|-)([a-z0-9])/g, (_, _hyphen, letter: string) => letter.toUpperCase());
}

function kebabCase(className: string): string {
  return className.replace(/(?!^)([A-Z])/g, "-$1").toLowerCase();
}
