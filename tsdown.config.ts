import { fileURLToPath } from "node:url";
import { defineConfig, type UserConfig } from "tsdown";
import { entriesOf, publishedPackages } from "./scripts/packaging/packages.js";

/** Every published package, as ES modules and as CommonJS, each with its own types. Dependencies and peers stay outside. */
export default defineConfig(
  publishedPackages(fileURLToPath(new URL(".", import.meta.url))).map(
    ({ folder, manifest }): UserConfig => ({
      name: manifest.name,
      cwd: folder,
      entry: entriesOf(manifest),
      outDir: "dist",
      format: ["esm", "cjs"],
      platform: "node",
      target: "node20.19",
      fixedExtension: false,
      tsconfig: "../../tsconfig.build.json",
      dts: true,
      shims: true,
      exports: false,
      checks: { legacyCjs: false },
      logLevel: "warn",
    }),
  ),
);
