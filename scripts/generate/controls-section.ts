import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadSource } from "./load-source.js";

/** Gives a README with its controls made anew: the numbers, then which control each resource meets. */
export type WithControls = (readme: string) => string;

/** Of a package that has controls, what fills `<!-- controls -->…<!-- /controls -->`; of another, nothing. */
export async function controlsSection(root: string, folder: string): Promise<WithControls> {
  const file = `${folder}/src/controls.ts`;
  if (!existsSync(join(root, file))) return (readme) => readme;
  const { controlsSection: make } = await loadSource(root, file);
  if (typeof make !== "function") throw new Error(`${file} exports no function "controlsSection"; add it`);
  const section = String(make());
  return (readme) =>
    readme.replace(/<!-- controls -->\n[\s\S]*?<!-- \/controls -->/, () => `<!-- controls -->\n${section}\n<!-- /controls -->`);
}
