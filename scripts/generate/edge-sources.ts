import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { GeneratedFile } from "./generated-file.js";

const folder = "packages/site-edge/src";

/** The parts of the edge's function as text: modules here, so that they are linted and type-checked; no file is read where it is used. */
export function edgeSources(root: string): GeneratedFile {
  const files = readdirSync(join(root, folder, "edge")).filter((name) => name.endsWith(".js"));
  const sources = files.sort().map((file) => [file.replace(/\.js$/, ""), bare(readFileSync(join(root, folder, "edge", file), "utf8"))]);
  return {
    path: `${folder}/edge-sources.generated.ts`,
    content: [
      "// Generated from edge/*.js by `npm run generate`.",
      `export const edgeSources = ${JSON.stringify(Object.fromEntries(sources), null, 2)} as const;`,
      "/** A part of the function, by its file's name. */\nexport type EdgeSource = keyof typeof edgeSources;",
    ]
      .join("\n\n")
      .concat("\n"),
  };
}

/** CloudFront takes one file: without what binds the modules together, and without the types, which would count among its bytes. */
function bare(source: string): string {
  return source
    .replaceAll(/\n *\/\*\*(?:[^*]|\*(?!\/))*\*\/(?=\n)/g, "")
    .replace(/^\/\*\*(?:[^*]|\*(?!\/))*\*\/\n/, "")
    .replaceAll(/^import .*\n/gm, "")
    .replaceAll(/^export /gm, "")
    .replaceAll(/\n{2,}/g, "\n")
    .trim();
}
