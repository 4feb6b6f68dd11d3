import type { Standing } from "./changes.js";
import { type Clients, openClients } from "./clients.js";
import { listBucket } from "./listing.js";
import { withLock } from "./lock.js";
import type { Listener } from "./progress.js";
import type { Site } from "./site.js";
import type { Bucket } from "./upload.js";
import { newestManifest, versionIds } from "./version-store.js";

/** What publishing and rolling back have in common. */
export interface RunOptions extends Listener {
  /** How the site is published: `readSite`'s answer. */
  readonly site: Site;
  /** Says what would happen, and writes nothing. Default: false. */
  readonly dryRun?: boolean | undefined;
  /** Waits until the edge has forgotten what changed, which takes minutes at most. Default: false. */
  readonly wait?: boolean | undefined;
  /** Objects at once, at most. Default: 32. */
  readonly concurrency?: number | undefined;
  /** Seconds to wait for somebody else who publishes the site. Default: 90. */
  readonly lockWaitSeconds?: number | undefined;
  /** Stops: what is under way ends, and nothing more is begun. */
  readonly signal?: AbortSignal | undefined;
  /** Default: clients of the site's region, by ambient credentials. */
  readonly clients?: Clients | undefined;
  /** Default: this machine's clock. */
  readonly now?: (() => Date) | undefined;
}

/** Options with their defaults. */
export interface Run {
  readonly bucket: Bucket;
  readonly site: Site;
  readonly clients: Clients;
  readonly listener: Listener;
  readonly dryRun: boolean;
  readonly wait: boolean;
  readonly concurrency: number;
  readonly lockWaitSeconds: number;
  readonly signal: AbortSignal;
  now(): Date;
}

export async function openRun(options: RunOptions): Promise<Run> {
  const { site, dryRun = false, wait = false, concurrency = 32, lockWaitSeconds = 90, now = () => new Date() } = options;
  const { signal = new AbortController().signal, clients = openClients({ region: site.region }) } = options;
  const bucket = { s3: await clients.s3(), site };
  return { bucket, site, clients, listener: options, dryRun, wait, concurrency, lockWaitSeconds, signal, now };
}

/** Does the work alone; where nothing is written, beside whoever else there is. */
export async function alone<T>(run: Run, work: (run: Run) => Promise<T>): Promise<T> {
  if (run.dryRun) return work(run);
  const { bucket, lockWaitSeconds: waitSeconds, signal, listener } = run;
  const tell = (text: string) => listener.onNotice?.(text);
  return withLock(bucket, { waitSeconds, signal, now: () => run.now(), tell }, (held) => work({ ...run, signal: held }));
}

/** What a list of the bucket and the newest version's manifest say. */
export interface Found extends Standing {
  /** of all versions, the newest first */
  readonly ids: readonly string[];
}

export async function find({ bucket }: Run, expected: readonly string[]): Promise<Found> {
  const listed = await listBucket(bucket.s3, bucket.site.bucketName, expected);
  return { listed, ids: versionIds(listed), newest: await newestManifest(bucket, listed) };
}
