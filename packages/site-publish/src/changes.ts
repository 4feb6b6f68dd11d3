import { isPage } from "./content-type.js";
import { reserved } from "./keys.js";
import type { Listed } from "./listing-page.js";
import type { LookedAt } from "./looks.js";
import { type Entry, type Manifest, sameLook } from "./manifest.js";

/** What stands in the bucket. */
export interface Standing {
  readonly newest: Manifest | undefined;
  readonly listed: ReadonlyMap<string, Listed>;
}

/** What a publish has to do. */
export interface Changes extends Leaving {
  /** to be uploaded, unless a publish that was cut short has done it */
  readonly differ: readonly LookedAt[];
  readonly same: ReadonlyMap<string, Entry>;
}

/** What stands and is of no file of a version. */
export interface Leaving {
  /** pages: they go at once */
  readonly removed: readonly string[];
  /** what else: open pages still ask for it for a while */
  readonly retired: readonly string[];
}

/** Whether an object is still the one that a manifest tells of. */
export function stands(entry: Entry | undefined, listed: Listed | undefined): boolean {
  return entry !== undefined && listed !== undefined && entry.etag === listed.etag && entry.size === listed.size;
}

export function changesOf(files: readonly LookedAt[], standing: Standing): Changes {
  const { newest, listed } = standing;
  const differ: LookedAt[] = [];
  const same = new Map<string, Entry>();
  for (const file of files) {
    const entry = newest?.entries[file.path];
    if (entry !== undefined && stands(entry, listed.get(file.path)) && sameLook(entry, file)) same.set(file.path, entry);
    else differ.push(file);
  }
  return { differ, same, ...leaving(new Set(files.map(({ path }) => path)), standing) };
}

/**
 * What a version with these paths leaves behind. A page that was taken from the site must not be served on; everything else stays for as
 * long as the versions that had it are kept.
 */
export function leaving(paths: ReadonlySet<string>, { newest, listed }: Standing): Leaving {
  const others = [...listed.keys()].filter((key) => !paths.has(key) && !key.startsWith(reserved));
  // a publish that was cut short may have deleted one already, and not told the edge
  const deleted = Object.keys(newest?.entries ?? {}).filter((key) => isPage(key) && !paths.has(key) && !listed.has(key));
  return { removed: [...others.filter(isPage), ...deleted], retired: others.filter((key) => !isPage(key)) };
}

/** The last version that had each: what none had (a publish was cut short, somebody uploaded it) counts as that of the newest. */
export function lastVersions(retired: readonly string[], { newest }: Pick<Standing, "newest">, id: string): Record<string, string> {
  const last = (key: string) => (newest?.entries[key] === undefined ? newest?.retired[key] : undefined) ?? newest?.id ?? id;
  return Object.fromEntries(retired.map((key) => [key, last(key)]));
}
