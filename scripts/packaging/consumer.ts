import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import type { Tarball } from "./pack.js";

/** A project that installs our packages as their users do. */
export interface Consumer {
  readonly folder: string;
  /** Runs one of its installed tools, or node; gives what it printed. */
  run(command: string, ...args: readonly string[]): Promise<string>;
}

export interface ConsumerOptions {
  /** Where to make it: outside of the workspace. */
  readonly folder: string;
  readonly tarballs: readonly Tarball[];
  /** Other versions of its dependencies, or other packages under their names (`npm:cdktn@0.24.0`). */
  readonly versions?: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Copies an example, and installs it by plain npm, our packages from their tarballs. */
export async function installConsumer(example: string, { folder, tarballs, versions = {} }: ConsumerOptions): Promise<Consumer> {
  mkdirSync(folder, { recursive: true });
  cpSync(example, folder, { recursive: true, filter: (file) => !/\/(node_modules|dist|cdktf\.out)(\/|$)/.test(file) });
  const file = join(folder, "package.json");
  const packed = Object.fromEntries(tarballs.map(({ name, file: tarball }) => [name, `file:${tarball}`]));
  writeFileSync(file, JSON.stringify(installedFrom(JSON.parse(readFileSync(file, "utf8")) as Manifest, packed, versions), undefined, 2));
  const consumer = { folder, run: (command: string, ...args: readonly string[]) => run(folder, command, args) };
  await consumer.run("npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
  return consumer;
}

function installedFrom(manifest: Manifest, packed: Record<string, string>, versions: Record<string, string>): object {
  const chosen = (wanted: Readonly<Record<string, string>>): object =>
    Object.fromEntries(Object.entries(wanted).map(([name, version]) => [name, versions[name] ?? packed[name] ?? version]));
  const direct = chosen(manifest.dependencies);
  // what our packages need of each other is not published yet
  return { ...manifest, dependencies: direct, devDependencies: chosen(manifest.devDependencies), overrides: packed };
}

async function run(folder: string, command: string, args: readonly string[]): Promise<string> {
  const { stdout, all, failed } = await execa(command, args, {
    cwd: folder,
    stdin: "ignore",
    all: true,
    reject: false,
    preferLocal: true,
    localDir: folder,
    extendEnv: false,
    env: outside(),
  });
  if (failed) throw new Error(`"${[command, ...args].join(" ")}" failed in ${folder}:\n${all}`);
  return stdout;
}

/** Our environment without what npm, our .npmrc and vitest say of the workspace to their children. */
function outside(): Record<string, string> {
  const inner = /^(npm_(?!config_)|npm_config_engine_strict$|VITEST|NODE_ENV$|NODE_PATH$|TEST$|DEV$|PROD$|INIT_CWD$)/;
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined || inner.test(name) ? [] : [[name, value]])),
  );
}
