import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "./cache-folder.js";
import { findProviderMirror, type MirrorSearch, type Provider } from "./provider-mirror.js";

/** What the bindings `@cdktf/provider-aws` 20.1.0 pin. */
export const awsProvider: Provider = { source: "registry.terraform.io/hashicorp/aws", version: "5.100.0" };

export interface TerraformEnvironmentOptions extends MirrorSearch {
  /** default: `.groundplan` in the working directory */
  readonly cacheFolder?: string;
  /** those to look for in mirrors; default: the AWS provider that the bindings pin */
  readonly providers?: readonly Provider[];
}

const quiet = { CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" } as const;

/**
 * What to add to Terraform's environment so that it finds its providers with and without a route to the registry.
 *
 * The user's own CLI configuration holds where it exists. Else one is written under the cache folder: a mirror on this machine
 * that holds the pinned version serves that provider, the registry the rest.
 *
 * @example execa("terraform", ["init"], { env: await terraformEnvironment({}) })
 */
export async function terraformEnvironment(options: TerraformEnvironmentOptions = {}): Promise<Record<string, string>> {
  const { environment = process.env, home = homedir() } = options;
  const named = environment["TF_CLI_CONFIG_FILE"] ?? environment["TERRAFORM_CONFIG"];
  if (named !== undefined && existsSync(named)) return { ...quiet };
  const own = join(home, ".terraformrc");
  if (existsSync(own)) return named === undefined ? { ...quiet } : { ...quiet, TF_CLI_CONFIG_FILE: own };
  return { ...quiet, TF_CLI_CONFIG_FILE: writeConfig(options) };
}

function writeConfig(options: TerraformEnvironmentOptions): string {
  const folder = cacheFolder(options.cacheFolder);
  const plugins = join(folder, "plugins");
  mkdirSync(plugins, { recursive: true });
  const file = join(folder, "terraform.tfrc");
  const part = `${file}.${process.pid}`;
  writeFileSync(part, configuration(options, plugins));
  renameSync(part, file);
  return file;
}

function configuration(options: TerraformEnvironmentOptions, plugins: string): string {
  const mirrored = (options.providers ?? [awsProvider])
    .map((provider) => ({ source: provider.source, path: findProviderMirror(provider, options) }))
    .filter((found): found is { source: string; path: string } => found.path !== undefined);
  if (mirrored.length === 0) return `plugin_cache_dir = ${JSON.stringify(plugins)}\n`;
  const blocks = mirrored.map(
    ({ source, path }) => `  filesystem_mirror {\n    path    = ${JSON.stringify(path)}\n    include = [${JSON.stringify(source)}]\n  }\n`,
  );
  const sources = mirrored.map(({ source }) => JSON.stringify(source)).join(", ");
  return `provider_installation {\n${blocks.join("")}  direct {\n    exclude = [${sources}]\n  }\n}\n`;
}
