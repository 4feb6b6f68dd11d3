import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { editorSchemas } from "./editor-schemas.js";
import { estateDrawing } from "./estate-drawing.js";
import type { GeneratedFile } from "./generated-file.js";
import { type ModuleSchema, moduleSchemas } from "./module-schemas.js";
import { withPropertiesTable } from "./properties-table.js";
import { propsFile } from "./props-file.js";
import { withExamples } from "./readme-examples.js";

/** All that is made from the schemas and the environment files: props, the READMEs' tables, editors' JSON Schemas, the README's picture. */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const modules = await moduleSchemas(root);
  return [
    ...modules.map((module) => ({ path: `${module.folder}/src/props.generated.ts`, content: propsFile(module) })),
    ...modules.flatMap((module) => readme(root, module)),
    ...(await editorSchemas(root)),
    await estateDrawing(root),
  ];
}

function readme(root: string, { folder, jsonSchema }: ModuleSchema): GeneratedFile[] {
  const path = `${folder}/README.md`;
  if (!existsSync(join(root, path))) return [];
  const read = (file: string) => readFileSync(join(root, folder, file), "utf8");
  return [{ path, content: withExamples(withPropertiesTable(read("README.md"), jsonSchema, path), read) }];
}
