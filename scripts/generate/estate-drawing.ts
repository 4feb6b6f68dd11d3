import { join } from "node:path";
import { App } from "cdktf";
import { loadEstate } from "../../environments/load.js";
import { buildEstate } from "../../stacks/estate.js";
import { EstateStack } from "../../stacks/estate-stack.js";
import { estatePicture } from "../graph/estate.js";
import { svg } from "../graph/svg.js";
import type { GeneratedFile } from "./generated-file.js";

/** The README's picture of the estate: what `graph --svg` draws. */
export async function estateDrawing(root: string): Promise<GeneratedFile> {
  // nothing is synthesized, so nothing is written there
  const app = new App({ outdir: join(root, "cdktf.out") });
  buildEstate(app, loadEstate(join(root, "environments")));
  const stacks = app.node.children.filter((child): child is EstateStack => child instanceof EstateStack);
  return { path: "docs/estate.svg", content: await svg(estatePicture(stacks.map(({ facts }) => facts))) };
}
