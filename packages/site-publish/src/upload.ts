import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { HeadObjectCommandOutput, PutObjectCommandInput, S3 } from "@aws-sdk/client-s3";
import { InputError, statusOf } from "./failure.js";
import type { LookedAt } from "./looks.js";
import { type Entry, type Look, sameLook } from "./manifest.js";
import type { Site } from "./site.js";

// above it, in parts
const large = 16 * 1024 * 1024;

/** A site's bucket. */
export interface Bucket {
  readonly s3: S3;
  readonly site: Site;
}

export async function upload({ s3, site }: Bucket, file: LookedAt): Promise<Entry> {
  const input = {
    Bucket: site.bucketName,
    Key: file.path,
    ContentType: file.contentType,
    CacheControl: file.cacheControl,
    // by which a publish that goes on knows what is there
    Metadata: { sha256: file.sha256 },
    ...encryption(site),
  };
  const { VersionId: versionId, ETag: etag } = await (file.size > large ? inParts(s3, input, file) : whole(s3, input, file));
  return entryOf(file, site, { versionId, etag });
}

/** S3 refuses the body whose hash is another: the file was written while it was published. */
async function whole(s3: S3, input: PutObjectCommandInput, { file, path, sha256 }: LookedAt): Promise<Stored> {
  try {
    const checksum = Buffer.from(sha256, "hex").toString("base64");
    return await s3.putObject({ ...input, Body: await readFile(file), ChecksumSHA256: checksum });
  } catch (error) {
    if (!(error instanceof Error) || !["BadDigest", "InvalidRequest"].includes(error.name)) throw error;
    throw new InputError(`"${path}" was changed while it was published; let the build end, and publish again`);
  }
}

type Stored = Pick<HeadObjectCommandOutput, "VersionId" | "ETag">;

async function inParts(s3: S3, input: PutObjectCommandInput, { file }: LookedAt): Promise<Stored> {
  const { Upload } = await import("@aws-sdk/lib-storage");
  // parts of an upload that failed go with the bucket's lifecycle, as those of one that was killed must
  return new Upload({
    client: s3,
    params: { ...input, Body: createReadStream(file) },
    partSize: large / 2,
    leavePartsOnError: true,
  }).done();
}

/** The object that stands, where a publish that was cut short, or somebody, has uploaded this very file; else nothing. */
export async function standing({ s3, site }: Bucket, file: Look & { readonly path: string }): Promise<Entry | undefined> {
  const found = await headOf(s3, site, file.path);
  if (found === undefined) return undefined;
  const { Metadata: metadata = {}, ContentLength: size = 0, ContentType: contentType = "", CacheControl: cacheControl = "" } = found;
  const look = { sha256: metadata["sha256"] ?? "", size, contentType, cacheControl };
  return sameLook(look, file) ? entryOf(file, site, { versionId: found.VersionId, etag: found.ETag }) : undefined;
}

async function headOf(s3: S3, site: Site, key: string): Promise<HeadObjectCommandOutput | undefined> {
  try {
    return await s3.headObject({ Bucket: site.bucketName, Key: key });
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

function entryOf({ sha256, size, contentType, cacheControl }: Omit<Entry, "versionId" | "etag">, site: Site, stored: StoredAs): Entry {
  return { ...storedAs(stored, site), sha256, size, contentType, cacheControl };
}

export interface StoredAs {
  readonly versionId: string | undefined;
  readonly etag: string | undefined;
}

/** @throws {InputError} where the bucket keeps no versions */
export function storedAs({ versionId, etag }: StoredAs, site: Site): Pick<Entry, "versionId" | "etag"> {
  if (versionId !== undefined && versionId !== "null" && etag !== undefined) return { versionId, etag };
  throw new InputError(`the bucket "${site.bucketName}" keeps no versions, so that nothing could be rolled back; turn its versioning on`);
}

/** As the site says; by the bucket's own default where it says nothing. */
export function encryption({
  encryptionKeyArn,
}: Site): Pick<PutObjectCommandInput, "ServerSideEncryption" | "SSEKMSKeyId" | "BucketKeyEnabled"> {
  if (encryptionKeyArn === null) return {};
  return { ServerSideEncryption: "aws:kms", SSEKMSKeyId: encryptionKeyArn, BucketKeyEnabled: true };
}
