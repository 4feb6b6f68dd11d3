import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";

/** All that lies beneath a folder, as text by path: of an archive, such as a saved plan, what it holds. */
export function allText(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.flatMap(({ parentPath, name }) => textsOf(join(parentPath, name))));
}

function textsOf(path: string): [path: string, text: string][] {
  const bytes = readFileSync(path);
  const text = (content: Uint8Array) => Buffer.from(content).toString("latin1");
  if (!bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) return [[path, text(bytes)]];
  return Object.entries(unzipSync(bytes)).map(([entry, content]) => [`${path}!${entry}`, text(content)]);
}
