import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A provider at the version that the stacks pin. */
export interface Provider {
  /** such as `registry.terraform.io/hashicorp/aws` */
  readonly source: string;
  readonly version: string;
}

export interface MirrorSearch {
  /** default: the process's own */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** default: the user's */
  readonly home?: string;
  /** where folders of machines' own making are looked for; default: /opt, /usr/local, /usr/share, /usr/lib, /var/lib, the home folder */
  readonly roots?: readonly string[];
}

const registry = "registry.terraform.io";
const deepest = 3;

/**
 * The folder that holds the provider unpacked (Terraform links to it; a packed one is copied, 675 MB for each stack), or else
 * packed: in `GROUNDPLAN_PROVIDER_MIRROR`, in the folders that Terraform itself would look in, or beside any folder named
 * `registry.terraform.io` at most three levels below the usual places.
 *
 * @throws when `GROUNDPLAN_PROVIDER_MIRROR` is set and holds no such version
 */
export function findProviderMirror(provider: Provider, search: MirrorSearch = {}): string | undefined {
  const { environment = process.env, home = homedir() } = search;
  const chosen = environment["GROUNDPLAN_PROVIDER_MIRROR"];
  if (chosen) {
    if (isUnpacked(chosen, provider) || isPacked(chosen, provider)) return chosen;
    throw new Error(
      `"GROUNDPLAN_PROVIDER_MIRROR" names ${chosen}, which holds no ${provider.source} ${provider.version} for ${platform()}; ` +
        `expected ${unpackedFolder(chosen, provider)}; unset it to look elsewhere`,
    );
  }
  const implied = impliedFolders(environment, home);
  const roots = search.roots ?? ["/opt", "/usr/local", "/usr/share", "/usr/lib", "/var/lib", home];
  const found = [...implied, ...roots.flatMap((root) => mirrorsBelow(root, deepest))];
  return found.find((mirror) => isUnpacked(mirror, provider)) ?? found.find((mirror) => isPacked(mirror, provider));
}

/** https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
function impliedFolders(environment: Readonly<Record<string, string | undefined>>, home: string): string[] {
  const data = environment["XDG_DATA_HOME"] || join(home, ".local", "share");
  const shared = (environment["XDG_DATA_DIRS"] || "/usr/local/share:/usr/share").split(":");
  const mac = "Library/Application Support/io.hashicorp.terraform/plugins";
  const macs = process.platform === "darwin" ? [join(home, mac), join("/", mac)] : [];
  return [
    join(process.cwd(), "terraform.d", "plugins"),
    join(home, ".terraform.d", "plugins"),
    ...macs,
    ...[data, ...shared].map((folder) => join(folder, "terraform", "plugins")),
  ];
}

function mirrorsBelow(folder: string, levels: number): string[] {
  const names = folderNames(folder);
  const here = names.includes(registry) ? [folder] : [];
  if (levels <= 1) return here;
  return [
    ...here,
    ...names.filter((name) => name !== registry && name !== "node_modules").flatMap((name) => mirrorsBelow(join(folder, name), levels - 1)),
  ];
}

function folderNames(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return []; // not there, or not ours to read
  }
}

function isUnpacked(mirror: string, provider: Provider): boolean {
  const names = files(unpackedFolder(mirror, provider));
  return names.some((name) => name.startsWith("terraform-provider-"));
}

function isPacked(mirror: string, { source, version }: Provider): boolean {
  const type = source.split("/").at(-1);
  return existsSync(join(mirror, source, `terraform-provider-${type}_${version}_${platform()}.zip`));
}

function files(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function unpackedFolder(mirror: string, { source, version }: Provider): string {
  return join(mirror, source, version, platform());
}

function platform(): string {
  const architectures: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };
  const systems: Readonly<Record<string, string>> = { win32: "windows" };
  return `${systems[process.platform] ?? process.platform}_${architectures[process.arch] ?? process.arch}`;
}
