import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type JsonSchema, jsonSchemaOf } from "./json-schema.js";
import { loadSource } from "./load-source.js";

/** A module's schema, and what is called after it. */
export interface ModuleSchema {
  /** From the project's root: `packages/kms-key`. */
  readonly folder: string;
  readonly className: string;
  readonly interfaceName: string;
  readonly jsonSchema: JsonSchema;
}

/** The schemas of all packages that have a `src/config.ts`, in the order of their names. */
export async function moduleSchemas(root: string): Promise<ModuleSchema[]> {
  const names = readdirSync(join(root, "packages")).filter((name) => existsSync(join(root, "packages", name, "src", "config.ts")));
  return Promise.all(names.sort().map((name) => moduleSchema(root, name)));
}

async function moduleSchema(root: string, name: string): Promise<ModuleSchema> {
  const folder = `packages/${name}`;
  const file = `${folder}/src/config.ts`;
  const { schema } = await loadSource(root, file);
  if (!(schema instanceof z.ZodType)) throw new Error(`${file} exports no zod schema named "schema"; add it`);
  const className = name.replace(/(^|-)([a-z0-9])/g, (_, _hyphen, letter: string) => letter.toUpperCase());
  return {
    folder,
    className,
    interfaceName: interfaceName(join(root, folder, "src", `${name}.ts`), className),
    jsonSchema: jsonSchemaOf(schema),
  };
}

/** Props that are data alone are the generated interface; where a module is wired too, its props extend the data. */
function interfaceName(classFile: string, className: string): string {
  const isWired = existsSync(classFile) && readFileSync(classFile, "utf8").includes(`interface ${className}Props`);
  return `${className}${isWired ? "Data" : "Props"}`;
}
