import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** A package of the workspace, as its package.json says. */
export interface Package {
  readonly folder: string;
  readonly name: string;
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  /** In the workspace everything runs from source: subpath to `./src/….ts`. */
  readonly exports: Readonly<Record<string, string>>;
  /** Commands, from source too. */
  readonly bin?: Readonly<Record<string, string>>;
  readonly publishConfig?: unknown;
}

/** The packages that are published, by folder. */
export function publishedPackages(root: string): Package[] {
  const folders = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name));
  return folders
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest }))
    .filter(({ manifest }) => manifest.private !== true)
    .map(({ folder, manifest }) => ({ folder, manifest, name: basename(folder) }));
}

/** What is built of a package: the name of each file in `dist`, and its source. */
export function entriesOf({ exports, bin = {} }: Manifest): Record<string, string> {
  return Object.fromEntries([
    ...Object.entries(exports).map(([subpath, source]) => [entryName(subpath), source]),
    ...Object.values(bin).map((source) => [commandName(source), source]),
  ]);
}

/**
 * What a published manifest says instead of the workspace's.
 *
 * `module-sync` comes first: where node can require ES modules, `require` and `import` get the same classes. The rest is for older
 * ways: jest (`require`), and TypeScript that resolves as node 10 did (`main`, `types`, `typesVersions`).
 */
export function publishConfigOf({ exports, bin }: Manifest): object {
  const names = Object.keys(exports).map((subpath) => [subpath, entryName(subpath)] as const);
  const subpaths = names.map(([, name]) => name).filter((name) => name !== "index" && !esmAlone.includes(name));
  return {
    access: "public",
    main: "./dist/index.cjs",
    types: "./dist/index.d.cts",
    ...(subpaths.length === 0
      ? {}
      : { typesVersions: { "*": Object.fromEntries(subpaths.map((name) => [name, [`./dist/${name}.d.cts`]])) } }),
    exports: Object.fromEntries([...names.map(([subpath, name]) => [subpath, conditions(name)]), ["./package.json", "./package.json"]]),
    ...(bin === undefined
      ? {}
      : { bin: Object.fromEntries(Object.entries(bin).map(([name, source]) => [name, `./dist/${commandName(source)}.js`])) }),
  };
}

/** Vitest's setup files: vitest itself cannot be required, and types that widen its own must come as it does. */
const esmAlone = ["setup"];

function conditions(name: string): object {
  const esm = { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
  if (esmAlone.includes(name)) return esm;
  return { "module-sync": esm, import: esm, require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` } };
}

function entryName(subpath: string): string {
  return subpath === "." ? "index" : subpath.slice("./".length);
}

function commandName(source: string): string {
  return basename(source, ".ts");
}
