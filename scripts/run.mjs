// Runs a TypeScript entry point from source: bundled by esbuild in some 50 ms, so that there is no build step to forget.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Bundles our own sources; libraries stay where they are installed. Resolves to the module that it loaded.
 *
 * @param {string} entry
 * @returns {Promise<Record<string, unknown>>}
 */
export async function run(entry) {
  const { build } = await import("esbuild");
  const {
    outputFiles: [bundle],
  } = await build({
    entryPoints: [resolve(root, entry)],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    sourcesContent: false,
    write: false,
    logLevel: "error",
    plugins: [librariesStay, filesKnowWhereTheyStand],
    // bundled CommonJS asks for node's own modules by require
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  });
  if (bundle === undefined) throw new Error(`esbuild made nothing of "${entry}"`);
  // beside node_modules, where its imports resolve; named by its content, so that two runs at once do not meet
  const file = join(
    root,
    "node_modules",
    ".cache",
    "groundplan",
    `${entry.replace(/\W+/g, "-")}.${createHash("sha256").update(bundle.contents).digest("hex").slice(0, 16)}.mjs`,
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bundle.contents);
  process.setSourceMapsEnabled(true);
  return import(pathToFileURL(file).href);
}

/**
 * What the root may import stays where it is installed; what only a package may import, cannot be found from here.
 *
 * @type {import("esbuild").Plugin}
 */
const librariesStay = {
  name: "libraries-stay",
  setup(build) {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const installed = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith("@groundplan/"));
    /** @param {string} path */
    const isInstalled = (path) => installed.some((name) => path === name || path.startsWith(`${name}/`));
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind !== "entry-point" && isInstalled(path) ? { path, external: true } : undefined,
    );
  },
};

/**
 * In the bundle, a source that asks for its own place gets the place it was written in.
 *
 * @type {import("esbuild").Plugin}
 */
const filesKnowWhereTheyStand = {
  name: "files-know-where-they-stand",
  setup(build) {
    build.onLoad({ filter: /\.m?ts$/, namespace: "file" }, ({ path }) => {
      const contents = readFileSync(path, "utf8");
      if (!contents.includes("import.meta.url")) return undefined;
      return { contents: contents.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)), loader: "ts" };
    });
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , entry, ...rest] = process.argv;
  if (entry === undefined) throw new Error("no entry point given; say node scripts/run.mjs <entry.ts> [arguments]");
  process.argv = [process.execPath, entry, ...rest];
  await run(entry);
}
