import { join } from "node:path";
import { execa } from "execa";
import { publishedPackages } from "./packages.js";

/** Where a package was packed to. */
export interface Tarball {
  readonly name: string;
  readonly file: string;
}

/** pnpm, as start.mjs installs with; it writes versions for `workspace:` and `catalog:`, which npm would leave. */
const pnpm = ["--yes", "pnpm@12.21.0"];

/** Builds every published package, and packs each as it would be published. */
export async function packAll(root: string, destination: string): Promise<Tarball[]> {
  await execa("npx", ["tsdown"], { cwd: root, stdin: "ignore" });
  const names = publishedPackages(root).map(({ manifest }) => manifest.name);
  const chosen = ["--recursive", ...names.map((name) => `--filter=${name}`)];
  const { stdout } = await execa("npx", [...pnpm, ...chosen, "pack", "--json", "--pack-destination", destination], {
    cwd: root,
    stdin: "ignore",
  });
  const packed = JSON.parse(stdout) as { readonly name: string; readonly filename: string }[];
  const fileOf = new Map(packed.map(({ name, filename }) => [name, join(destination, filename.split("/").at(-1) ?? filename)]));
  return names.map((name) => {
    const file = fileOf.get(name);
    if (file === undefined) throw new Error(`pnpm packed no ${name}`);
    return { name, file };
  });
}
