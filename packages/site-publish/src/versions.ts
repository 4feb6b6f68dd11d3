import { type Clients, openClients } from "./clients.js";
import { reserved } from "./keys.js";
import { listFolder } from "./listing.js";
import { timeOf } from "./manifest.js";
import { inParallel } from "./parallel.js";
import type { Site } from "./site.js";
import { summaryOf, type VersionSummary, versionIds } from "./version-store.js";

/** A version that can be gone back to. */
export interface Version extends VersionSummary {
  readonly id: string;
  readonly publishedAt: Date;
  /** whether the site shows it now */
  readonly isNewest: boolean;
}

export interface VersionsOptions {
  readonly site: Site;
  readonly clients?: Clients | undefined;
}

/** The versions of a site, the newest first. */
export async function versions({ site, clients = openClients({ region: site.region }) }: VersionsOptions): Promise<Version[]> {
  const s3 = await clients.s3();
  const ids = versionIds(await listFolder(s3, site.bucketName, reserved));
  const found = new Map<string, VersionSummary>();
  await inParallel(ids, { concurrency: 16, signal: new AbortController().signal }, async (id) => {
    found.set(id, await summaryOf({ s3, site }, id));
  });
  return ids.flatMap((id, index) => {
    const summary = found.get(id);
    return summary === undefined ? [] : [{ id, publishedAt: timeOf(id), isNewest: index === 0, ...summary }];
  });
}
