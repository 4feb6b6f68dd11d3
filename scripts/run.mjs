// Runs a TypeScript entry point from source: bundled by esbuild in some 50 ms, so that there is no build step to forget.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { evaluate } from "./compiled.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// beside node_modules, where a bundle's imports resolve
const cache = join(root, "node_modules", ".cache", "groundplan");

/**
 * Runs our own sources as one bundle; libraries stay where they are installed. Resolves to the module that it loaded.
 *
 * @param {string} entry
 * @returns {Promise<Record<string, unknown>>}
 */
export async function run(entry) {
  const file = lastBundle(entry) ?? (await bundle(entry));
  return evaluate(file);
}

/**
 * What a bundle was made from: each source with the time of its last change and its size.
 * @typedef {{ readonly bundle: string, readonly sources: Readonly<Record<string, string>> }} Made
 */

/**
 * The bundle of the last run, where none of its sources has changed since.
 *
 * @param {string} entry
 */
function lastBundle(entry) {
  try {
    /** @type {Made} */
    const made = JSON.parse(readFileSync(madeFile(entry), "utf8"));
    const unchanged = Object.entries(made.sources).every(([source, stamp]) => stampOf(source) === stamp);
    return unchanged && statSync(made.bundle).isFile() ? made.bundle : undefined;
  } catch {
    // none was made, or a source is gone
    return undefined;
  }
}

/** @param {string} entry */
async function bundle(entry) {
  const started = Date.now();
  // not before they are needed: most runs find a bundle
  const [{ build }, { createHash }] = await Promise.all([import("esbuild"), import("node:crypto")]);
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [resolve(root, entry)],
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // what V8 compiled the last time cannot import: "A dynamic import callback was not specified"
    supported: { "dynamic-import": false },
    // no source map: it costs as much as the code, which reads as it was written, each file under its name
    sourcemap: false,
    write: false,
    metafile: true,
    logLevel: "error",
    plugins: [librariesStay, filesKnowWhereTheyStand],
  });
  const contents = asFunction(outputFiles[0]?.text ?? "");
  // named by its content, so that two runs at once do not meet
  const file = join(cache, `${fileName(entry)}.${createHash("sha256").update(contents).digest("hex").slice(0, 16)}.cjs`);
  mkdirSync(cache, { recursive: true });
  forgetOld();
  writeWhole(file, contents);
  const ours = Object.keys(metafile.inputs).filter((source) => !/^commonjs:|(^|\/)node_modules\//.test(source));
  const sources = [...ours, "package.json", "pnpm-lock.yaml", "scripts/run.mjs"];
  // one that was written since may have been read before
  const isSettled = sources.every((source) => statSync(resolve(root, source)).mtimeMs < started);
  const stamps = sources.map((source) => [source, stampOf(source)]);
  if (isSettled) writeWhole(madeFile(entry), JSON.stringify({ bundle: file, sources: Object.fromEntries(stamps) }));
  return file;
}

/**
 * As `evaluate` calls it, on the lines that it was written on.
 *
 * @param {string} commonJs
 */
const asFunction = (commonJs) => `(function (exports, require, module) {${commonJs.replace(/^#!/, "//")}\n})`;

/** @param {string} entry */
const fileName = (entry) => entry.replace(/\W+/g, "-");

/** @param {string} entry */
const madeFile = (entry) => join(cache, `${fileName(entry)}.json`);

/** @param {string} source */
function stampOf(source) {
  const { mtimeMs, size } = statSync(resolve(root, source));
  return `${mtimeMs} ${size}`;
}

/**
 * @param {string} file
 * @param {string | Uint8Array} contents
 */
function writeWhole(file, contents) {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, contents);
  renameSync(part, file);
}

/** What was bundled a day ago: no run is still about to load it. */
function forgetOld() {
  const dayAgo = Date.now() - 24 * 3_600_000;
  for (const name of readdirSync(cache)) {
    const file = join(cache, name);
    if (/\.(cjs|compiled|json)$/.test(name) && statSync(file).mtimeMs < dayAgo) rmSync(file, { force: true });
  }
}

/** What every run loads is bundled too: one file is read in half the time of its hundreds. */
const bundledLibraries = [
  "cdktf",
  "constructs",
  "@cdktf/provider-aws",
  "zod",
  "yaml",
  "execa",
  "p-limit",
  "commander",
  "fastest-levenshtein",
  "ipaddr.js",
  "semver",
  "picocolors",
  "proper-lockfile",
  "listr2",
];

/**
 * What else the root may import stays where it is installed; what only a package may import, cannot be found from here.
 * CommonJS is required: imported, node would first search all of it for its exports, which costs as much again as loading it.
 *
 * @type {import("esbuild").Plugin}
 */
const librariesStay = {
  name: "libraries-stay",
  setup(build) {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const installed = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith("@groundplan/") && !bundledLibraries.includes(name),
    );
    /** @param {string} path */
    const isInstalled = (path) => installed.some((name) => path === name || path.startsWith(`${name}/`));
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point" || !isInstalled(path)) return undefined;
      return kind === "import-statement" && isCommonJs(path) ? { path, namespace: "commonjs" } : { path, external: true };
    });
    build.onLoad({ filter: /.*/, namespace: "commonjs" }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

const rootRequire = createRequire(join(root, "package.json"));

/** @param {string} library */
function isCommonJs(library) {
  try {
    const file = rootRequire.resolve(library);
    return file.endsWith(".cjs") || (file.endsWith(".js") && typeOf(dirname(file)) !== "module");
  } catch {
    // it has nothing to require
    return false;
  }
}

/**
 * @param {string} folder
 * @returns {string | undefined}
 */
function typeOf(folder) {
  const file = join(folder, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).type : typeOf(dirname(folder));
}

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
  // not awaited: a source that loads another one imports this file again, and would wait for itself
  run(entry);
}
