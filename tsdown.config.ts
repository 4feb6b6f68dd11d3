import { fileURLToPath } from "node:url";
import { defineConfig } from "tsdown";
import { entriesOf, publishedPackages } from "./scripts/packaging/packages.js";

/** Every published package, as ES modules and as CommonJS, each with its own types. Dependencies and peers stay outside. */
export default defineConfig(
  publishedPackages(fileURLToPath(new URL(".", import.meta.url))).map(({ folder, manifest }) => ({
    name: manifest.name,
    cwd: folder,
    entry: entriesOf(manifest),
    outDir: "dist",
    format: ["esm", "cjs"] as const,
    platform: "node" as const,
    target: "node20.19",
    fixedExtension: false,
    tsconfig: "../../tsconfig.build.json",
    dts: true,
    shims: true,
    exports: false,
    checks: { legacyCjs: false },
    logLevel: "warn" as const,
  })),
);
