import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { GeneratedFile } from "./generated-file.js";
import { jsonSchemaOf } from "./json-schema.js";
import { loadSource } from "./load-source.js";

const source = "environments/schema.ts";

/** What editors read to check and complete the environment files: named on each file's first line. */
export async function editorSchemas(root: string): Promise<GeneratedFile[]> {
  if (!existsSync(join(root, source))) return [];
  const schemas = await loadSource(root, source);
  return ["environment", "estate"].map((name) => {
    const schema = schemas[`${name}Schema`];
    if (!(schema instanceof z.ZodType)) throw new Error(`${source} exports no zod schema named "${name}Schema"; add it`);
    return { path: `environments/${name}.schema.json`, content: `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n` };
  });
}
