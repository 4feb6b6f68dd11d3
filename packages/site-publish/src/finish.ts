import { createHash } from "node:crypto";
import { invalidate, invalidated } from "./invalidate.js";
import { invalidationPaths } from "./invalidation-paths.js";
import { manifestKey } from "./keys.js";
import type { Manifest } from "./manifest.js";
import { counter } from "./progress.js";
import { type Pruning, pruning } from "./prune.js";
import { remove } from "./remove.js";
import type { Found, Run } from "./run.js";
import { writeManifest } from "./version-store.js";

/** What publishing and rolling back end in. */
export interface Ending {
  /** the version that the site has now */
  readonly id: string;
  /** whether that is a new one; false where nothing differed */
  readonly isNew: boolean;
  readonly dryRun: boolean;
  /** keys of objects that were deleted: pages that the site no longer has, and what no kept version has */
  readonly deleted: readonly string[];
  /** paths that the edge was told to forget */
  readonly invalidated: readonly string[];
  readonly url: string;
}

/** What is to be done once every file is there. */
export interface Rest {
  readonly found: Found;
  readonly version: Manifest;
  readonly isNew: boolean;
  /** keys of which the edge may have an earlier look */
  readonly changed: readonly string[];
  /** keys of pages that go */
  readonly removed: readonly string[];
}

// https://aws.amazon.com/cloudfront/pricing/ (invalidation requests)
const freePaths = 1000;
const dollarsPerPath = 0.005;

/**
 * Deletes, invalidates, and writes the version down, in this order: a run that is cut short before its end finds no new version, and so
 * the same differences again.
 */
export async function finish(run: Run, rest: Rest): Promise<Ending> {
  const { found, version, isNew, changed, removed } = rest;
  const paths = invalidationPaths([...changed, ...removed], run.site);
  const pruned = pruning(isNew ? [version.id, ...found.ids] : found.ids, retiredThere(rest), { keep: run.site.keep, now: run.now() });
  tellCost(run, paths.length);
  if (!run.dryRun) {
    await removeListed(run, rest);
    const invalidation = await forget(run, version.id, paths);
    if (isNew) await writeManifest(run.bucket, version);
    await prune(run, pruned);
    if (run.wait && invalidation !== undefined) await invalidated(await run.clients.cloudFront(), run.site, invalidation, run.signal);
  }
  const { dryRun, site } = run;
  return { id: version.id, isNew, dryRun, deleted: [...removed, ...pruned.objects], invalidated: paths, url: site.url };
}

function retiredThere({ found, version }: Rest): Record<string, string> {
  return Object.fromEntries(Object.entries(version.retired).filter(([key]) => found.listed.has(key)));
}

async function removeListed(run: Run, { found, removed }: Rest): Promise<void> {
  const standing = removed.filter((key) => found.listed.has(key));
  await remove(run.bucket, standing, run);
}

async function forget(run: Run, id: string, paths: readonly string[]): Promise<string | undefined> {
  if (paths.length === 0) return undefined;
  counter(run.listener, "invalidate", paths.length);
  const hash = createHash("sha256").update(paths.join("\n")).digest("hex").slice(0, 16);
  return invalidate(await run.clients.cloudFront(), run.site, { paths, reference: `${id}-${hash}`, signal: run.signal });
}

async function prune(run: Run, { objects, versions }: Pruning): Promise<void> {
  const keys = [...objects, ...versions.map(manifestKey)];
  if (keys.length > 0) counter(run.listener, "delete", keys.length);
  await remove(run.bucket, keys, run);
}

function tellCost({ listener }: Run, paths: number): void {
  if (paths <= freePaths) return;
  const dollars = ((paths - freePaths) * dollarsPerPath).toFixed(2);
  listener.onNotice?.(`${paths} paths are invalidated; CloudFront takes ${freePaths} a month for nothing, and $${dollars} for the others`);
}
