import { mayBeCached, standingAlready } from "./already.js";
import { lastVersions, leaving, stands } from "./changes.js";
import { copyBack, expired } from "./copy.js";
import { InputError } from "./failure.js";
import { type Ending, finish } from "./finish.js";
import { type Entry, type Manifest, sameLook, versionId } from "./manifest.js";
import { waves } from "./order.js";
import { inParallel } from "./parallel.js";
import { counter } from "./progress.js";
import { alone, type Found, find, openRun, type Run, type RunOptions } from "./run.js";
import { settle } from "./settle.js";
import { readManifest, summaryOf } from "./version-store.js";

export interface RollbackOptions extends RunOptions {
  /** The version to go back to. Default: the one before that which the site shows now; done twice, it goes back two. */
  readonly to?: string | undefined;
}

/** What a rollback came to; in a dry run, what it would. */
export interface RolledBack extends Ending {
  /** the version whose files the site shows now */
  readonly to: string;
  /** files that were brought back; the others had not changed since */
  readonly restored: readonly string[];
  readonly unchanged: number;
}

/**
 * Brings an earlier version of a site back, from the bucket's own old versions of its objects: nothing is uploaded. It ends in a new version,
 * so that a rollback can be rolled back by `to`.
 *
 * @throws {InputError} where there is no such version, or S3 has no longer all of it
 * @throws {LockedError} where somebody else publishes the site
 * @throws {InterruptedError} after `signal` has fired
 */
export async function rollback(options: RollbackOptions): Promise<RolledBack> {
  const run = await openRun(options);
  const restored: string[] = [];
  const work = async (held: Run): Promise<RolledBack> => {
    const found = await find(held, []);
    const to = await targetOf(held, found, options.to);
    const target = await readManifest(held.bucket, to);
    return bringBack(held, { found, target, restored });
  };
  return settle(
    run.signal,
    () => `${restored.length} files are brought back`,
    () => alone(run, work),
  );
}

async function targetOf({ bucket }: Run, { ids, newest }: Found, wanted: string | undefined): Promise<string> {
  if (newest === undefined) throw new InputError(`"${bucket.site.bucketName}" has no version yet; publish the site first`);
  if (wanted !== undefined) {
    if (ids.includes(wanted)) return wanted;
    throw new InputError(`there is no version "${wanted}"; there are ${ids.join(", ")}`);
  }
  const shown = newest.rolledBackTo ?? newest.id;
  const before = ids.find((id) => id < shown);
  if (before === undefined) throw new InputError(`there is no version before "${shown}"; give one of ${ids.join(", ")}`);
  // what was rolled back to once, and not what had been rolled back from
  const { rolledBackTo } = await summaryOf(bucket, before);
  return rolledBackTo !== null && ids.includes(rolledBackTo) ? rolledBackTo : before;
}

interface Work {
  readonly found: Found;
  readonly target: Manifest;
  /** grows as files are */
  readonly restored: string[];
}

async function bringBack(run: Run, { found, target, restored }: Work): Promise<RolledBack> {
  const files = Object.entries(target.entries).map(([path, entry]) => ({ ...entry, path }));
  const differ = files.filter((file) => !isShown(file, found));
  const there = await standingAlready(run, differ, found);
  const missing = differ.filter(({ path }) => !there.has(path));
  await requireAll(run, target.id, missing);
  const copies = await copyAll(run, missing, restored);
  const { removed, retired } = leaving(new Set(files.map(({ path }) => path)), found);
  const isNew = differ.length > 0 || removed.length > 0 || Object.keys(found.newest?.entries ?? {}).length !== files.length;
  const id = isNew ? versionId(run.now(), found.ids[0], files) : (found.ids[0] ?? "");
  const entries = Object.fromEntries(
    files.map(({ path, ...entry }) => [path, copies.get(path) ?? there.get(path) ?? found.newest?.entries[path] ?? entry]),
  );
  const last = isNew ? lastVersions(retired, found, id) : (found.newest?.retired ?? {});
  const version: Manifest = { format: 1, id, rolledBackTo: target.rolledBackTo ?? target.id, entries, retired: last };
  // what stood all the while, such as an asset of an earlier version, the edge has as it is
  const changed = differ.filter(({ path, versionId }) => there.get(path)?.versionId !== versionId && mayBeCached(path, found, there));
  const ending = await finish(run, { found, version, isNew, changed: changed.map(({ path }) => path), removed });
  return { ...ending, to: target.id, restored: missing.map(({ path }) => path), unchanged: files.length - missing.length };
}

type File = Entry & { readonly path: string };

function isShown(file: File, { newest, listed }: Found): boolean {
  const now = newest?.entries[file.path];
  return now !== undefined && sameLook(now, file) && stands(now, listed.get(file.path));
}

/** Before the first file is touched: half a version is none. */
async function requireAll(run: Run, id: string, files: readonly File[]): Promise<void> {
  const gone: string[] = [];
  await inParallel(files, run, async (file) => {
    if (await expired(run.bucket, file)) gone.push(file.path);
  });
  if (gone.length === 0) return;
  const example = gone.sort()[0];
  throw new InputError(
    `version "${id}" is no longer whole: S3 has forgotten ${gone.length} of its files, such as "${example}"; ` +
      "publish it from its source, or go back to a later one",
  );
}

async function copyAll(run: Run, files: readonly File[], restored: string[]): Promise<Map<string, Entry>> {
  const copies = new Map<string, Entry>();
  if (run.dryRun) return copies;
  const count = counter(run.listener, "copy", files.length);
  for (const wave of waves(files, run.site.indexDocument)) {
    await inParallel(wave, run, async (file) => {
      copies.set(file.path, await copyBack(run.bucket, file));
      restored.push(file.path);
      count();
    });
  }
  return copies;
}
