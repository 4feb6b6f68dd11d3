import { statusOf } from "./failure.js";
import type { Entry } from "./manifest.js";
import { type Bucket, encryption, storedAs } from "./upload.js";

type File = Entry & { readonly path: string };

/** Makes an old version of an object the one that stands, with its type and its cache rule. */
export async function copyBack({ s3, site }: Bucket, { path, ...entry }: File): Promise<Entry> {
  const source = `${site.bucketName}/${path.split("/").map(encodeURIComponent).join("/")}?versionId=${encodeURIComponent(entry.versionId)}`;
  const { VersionId: versionId, CopyObjectResult: result } = await s3.copyObject({
    Bucket: site.bucketName,
    Key: path,
    CopySource: source,
    ...encryption(site),
  });
  return { ...entry, ...storedAs({ versionId, etag: result?.ETag }, site) };
}

/** Whether S3 has deleted an old version, as the bucket's lifecycle tells it to. */
export async function expired({ s3, site }: Bucket, { path, versionId }: File): Promise<boolean> {
  try {
    await s3.headObject({ Bucket: site.bucketName, Key: path, VersionId: versionId });
    return false;
  } catch (error) {
    if (statusOf(error) === 404) return true;
    throw error;
  }
}
