import { mayBeCached, standingAlready } from "./already.js";
import { type Changes, changesOf, lastVersions } from "./changes.js";
import { type Ending, finish } from "./finish.js";
import { readFolder } from "./folder.js";
import { type LookedAt, lookAt } from "./looks.js";
import { type Entry, type Manifest, versionId } from "./manifest.js";
import { waves } from "./order.js";
import { inParallel } from "./parallel.js";
import { counter } from "./progress.js";
import { alone, type Found, find, openRun, type Run, type RunOptions } from "./run.js";
import { settle } from "./settle.js";
import { upload } from "./upload.js";

export interface PublishOptions extends RunOptions {
  /** The built site: what the framework writes, such as `dist`. */
  readonly folder: string;
}

/** What a publish came to; in a dry run, what it would. Files go by their keys: `docs/index.html`. */
export interface Published extends Ending {
  /** files that were uploaded: assets, pages, the front page */
  readonly uploaded: readonly string[];
  /** how many files stood already */
  readonly unchanged: number;
  /** of what was uploaded */
  readonly bytes: number;
  /** hidden files and folders, which are not published */
  readonly leftOut: readonly string[];
}

/**
 * Publishes a built site: uploads what changed, assets before pages; has the edge forget what it had of that; writes the version down;
 * deletes what no kept version has. Cut short at any point and started again, it ends the same.
 *
 * @example await publish({ folder: "dist", site: await readSite(openClients(), "/shop/prod/site/docs") })
 * @throws {InputError} a folder that cannot be published, before anything is
 * @throws {LockedError} where somebody else publishes the site
 * @throws {InterruptedError} after `signal` has fired
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const run = await openRun(options);
  const folder = readFolder(options.folder, run.site.indexDocument);
  const uploaded: string[] = [];
  const work = async (held: Run): Promise<Published> => {
    counter(run.listener, "read", folder.files.length);
    const paths = folder.files.map(({ path }) => path);
    const [found, files] = await Promise.all([find(held, paths), lookAt(folder.files, run.site, held.signal)]);
    return { ...(await bring(held, { found, files, uploaded })), leftOut: folder.leftOut };
  };
  return settle(
    run.signal,
    () => `${uploaded.length} files are uploaded`,
    () => alone(run, work),
  );
}

interface Work {
  readonly found: Found;
  readonly files: readonly LookedAt[];
  /** grows as files are */
  readonly uploaded: string[];
}

async function bring(run: Run, { found, files, uploaded }: Work): Promise<Omit<Published, "leftOut">> {
  const changes = changesOf(files, found);
  const there = await standingAlready(run, changes.differ, found);
  const missing = waves(
    changes.differ.filter(({ path }) => !there.has(path)),
    run.site.indexDocument,
  );
  const uploads = await uploadAll(run, missing, uploaded);
  const isNew = differs(changes, files, found);
  const id = isNew ? versionId(run.now(), found.ids[0], files) : (found.ids[0] ?? "");
  const entries = entriesOf(files, [changes.same, there, uploads]);
  const retired = isNew ? lastVersions(changes.retired, found, id) : (found.newest?.retired ?? {});
  const version: Manifest = { format: 1, id, rolledBackTo: null, entries, retired };
  const changed = changes.differ.map(({ path }) => path).filter((path) => mayBeCached(path, found, there));
  const ending = await finish(run, { found, version, isNew, changed, removed: changes.removed });
  const all = missing.flat();
  const bytes = all.reduce((sum, { size }) => sum + size, 0);
  return { ...ending, uploaded: all.map(({ path }) => path), unchanged: files.length - all.length, bytes };
}

async function uploadAll(run: Run, missing: readonly (readonly LookedAt[])[], uploaded: string[]): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (run.dryRun) return entries;
  const count = counter(run.listener, "upload", missing.flat().length);
  for (const wave of missing) {
    await inParallel(wave, run, async (file) => {
      entries.set(file.path, await upload(run.bucket, file));
      uploaded.push(file.path);
      count();
    });
  }
  return entries;
}

function differs({ differ, removed }: Changes, files: readonly LookedAt[], { newest }: Found): boolean {
  return newest === undefined || differ.length > 0 || removed.length > 0 || Object.keys(newest.entries).length !== files.length;
}

/** In the folder's order. In a dry run what was not uploaded has none. */
function entriesOf(files: readonly LookedAt[], sources: readonly ReadonlyMap<string, Entry>[]): Record<string, Entry> {
  const entryOf = (path: string) => sources.map((source) => source.get(path)).find((entry) => entry !== undefined);
  return Object.fromEntries(
    files.flatMap(({ path }) => [[path, entryOf(path)] as const]).filter((pair): pair is [string, Entry] => pair[1] !== undefined),
  );
}
