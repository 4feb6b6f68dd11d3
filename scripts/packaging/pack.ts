import { join } from "node:path";
import { execa } from "execa";
import { type Package, publishedPackages } from "./packages.js";

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
  const tarballs: Tarball[] = [];
  for (const one of publishedPackages(root)) tarballs.push(await pack(one, destination));
  return tarballs;
}

async function pack({ folder, manifest }: Package, destination: string): Promise<Tarball> {
  const { stdout } = await execa("npx", [...pnpm, "pack", "--json", "--pack-destination", destination], { cwd: folder, stdin: "ignore" });
  const { filename } = JSON.parse(stdout) as { filename: string };
  return { name: manifest.name, file: join(destination, filename.split("/").at(-1) ?? filename) };
}
