import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { SynthesizedStack } from "../../stacks/read-stacks.js";

/**
 * Writes a program that loads cdktf and the provider files that the stacks use, and makes no resource: what no synth can be
 * faster than.
 */
export function writeFloor(stacks: readonly SynthesizedStack[], folder: string): string {
  const modules = ["cdktf", "@cdktf/provider-aws/lib/provider/index.js", ...new Set(stacks.flatMap(providerFiles))];
  const file = join(folder, "floor.mjs");
  // imports resolve as from the project's own files
  const load = `const require = createRequire(${JSON.stringify(join(process.cwd(), "package.json"))});`;
  const lines = ['import { createRequire } from "node:module";', load, ...modules.map((module) => `require(${JSON.stringify(module)});`)];
  writeFileSync(file, lines.join("\n"));
  return file;
}

interface StackBody {
  readonly resource?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
}

function providerFiles(stack: SynthesizedStack): string[] {
  const { resource = {}, data = {} }: StackBody = JSON.parse(stack.json());
  const folders = [...Object.keys(resource).map(folderOf), ...Object.keys(data).map((type) => `data-aws-${folderOf(type)}`)];
  return folders.map((name) => `@cdktf/provider-aws/lib/${name}/index.js`).filter(isThere);
}

const folderOf = (type: string) => type.replace(/^aws_/, "").replaceAll("_", "-");

// what other providers make, such as remote states, is in cdktf itself
function isThere(module: string): boolean {
  return existsSync(
    join(
      createRequire(join(process.cwd(), "package.json")).resolve("@cdktf/provider-aws/package.json"),
      "..",
      module.slice("@cdktf/provider-aws/".length),
    ),
  );
}
