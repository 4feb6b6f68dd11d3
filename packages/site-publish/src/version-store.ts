import { InputError, LockedError, statusOf } from "./failure.js";
import { lockKey, manifestKey, versionOfKey } from "./keys.js";
import type { Listed } from "./listing-page.js";
import { type Manifest, manifest } from "./manifest.js";
import { type Bucket, encryption } from "./upload.js";

/** Ids of the versions that a list of the bucket shows, the newest first. */
export function versionIds(listed: ReadonlyMap<string, Listed>): string[] {
  return [...listed.keys()]
    .flatMap((key) => versionOfKey(key) ?? [])
    .sort()
    .reverse();
}

/** @throws {InputError} where there is no such version, or what lies there is none */
export async function readManifest({ s3, site }: Bucket, id: string): Promise<Manifest> {
  const where = `s3://${site.bucketName}/${manifestKey(id)}`;
  try {
    const { Body: body } = await s3.getObject({ Bucket: site.bucketName, Key: manifestKey(id) });
    const parsed = manifest.safeParse(JSON.parse((await body?.transformToString()) ?? ""));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (statusOf(error) === 404) throw new InputError(`there is no version "${id}" (${where})`);
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InputError(`${where} is no manifest of a version; delete it, and publish again`);
}

export async function newestManifest(bucket: Bucket, listed: ReadonlyMap<string, Listed>): Promise<Manifest | undefined> {
  const [newest] = versionIds(listed);
  return newest === undefined ? undefined : readManifest(bucket, newest);
}

/** What a list of versions tells of one, without reading its manifest. */
export interface VersionSummary {
  readonly files: number;
  readonly bytes: number;
  readonly rolledBackTo: string | null;
}

/** Writes a version down; it is one from then on. */
export async function writeManifest({ s3, site }: Bucket, one: Manifest): Promise<void> {
  const sizes = Object.values(one.entries).map(({ size }) => size);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  try {
    await s3.putObject({
      Bucket: site.bucketName,
      Key: manifestKey(one.id),
      Body: JSON.stringify(one),
      ContentType: "application/json",
      CacheControl: "no-store",
      Metadata: { files: String(sizes.length), bytes: String(bytes), "rolled-back-to": one.rolledBackTo ?? "" },
      IfNoneMatch: "*",
      ...encryption(site),
    });
  } catch (error) {
    if (statusOf(error) !== 412 && statusOf(error) !== 409) throw error;
    throw new LockedError(`somebody else has published version "${one.id}" meanwhile, without regard to ${lockKey}; publish again`);
  }
}

export async function summaryOf({ s3, site }: Bucket, id: string): Promise<VersionSummary> {
  const { Metadata: metadata = {} } = await s3.headObject({ Bucket: site.bucketName, Key: manifestKey(id) });
  return { files: Number(metadata["files"]), bytes: Number(metadata["bytes"]), rolledBackTo: metadata["rolled-back-to"] || null };
}
