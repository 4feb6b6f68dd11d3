import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { controlsSection } from "./controls-section.js";
import { edgeSources } from "./edge-sources.js";
import { editorSchemas } from "./editor-schemas.js";
import { estateDrawing } from "./estate-drawing.js";
import type { GeneratedFile } from "./generated-file.js";
import { type ModuleSchemas, moduleSchemas } from "./module-schemas.js";
import { withPropertiesTables } from "./properties-table.js";
import { propsFile } from "./props-file.js";
import { withExamples } from "./readme-examples.js";

/** All that is made from the schemas and the environment files: props, the READMEs' tables, editors' JSON Schemas, the README's picture. */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  return [...(await packageFiles(root)), ...(await editorSchemas(root)), await estateDrawing(root)];
}

/** What is made from the packages' own schemas: of those named alone, where some are. */
export async function packageFiles(root: string, only: readonly string[] = []): Promise<GeneratedFile[]> {
  const modules = await moduleSchemas(root, only);
  return [
    ...modules
      .filter(({ classes }) => classes.length > 0)
      .map(({ folder, classes }) => ({ path: `${folder}/src/props.generated.ts`, content: propsFile(classes) })),
    ...(await Promise.all(modules.map((module) => readme(root, module)))).flat(),
    ...modules.filter(({ folder }) => folder === "packages/site-edge").map(() => edgeSources(root)),
  ];
}

async function readme(root: string, { folder, classes }: ModuleSchemas): Promise<GeneratedFile[]> {
  const path = `${folder}/README.md`;
  if (!existsSync(join(root, path))) return [];
  const read = (file: string) => readFileSync(join(root, folder, file), "utf8");
  const withControls = await controlsSection(root, folder);
  return [{ path, content: withControls(withExamples(withPropertiesTables(read("README.md"), classes, path), read)) }];
}
