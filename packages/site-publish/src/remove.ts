import { inParallel, type Parallel } from "./parallel.js";
import type { Bucket } from "./upload.js";

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
const atOnce = 1000;

/** Deletes objects; their versions stay for as long as the bucket keeps old ones. */
export async function remove({ s3, site }: Bucket, keys: readonly string[], { concurrency, signal }: Parallel): Promise<void> {
  const batches = Array.from({ length: Math.ceil(keys.length / atOnce) }, (_, index) => keys.slice(index * atOnce, (index + 1) * atOnce));
  await inParallel(batches, { concurrency, signal }, async (batch) => {
    const wanted = { Objects: batch.map((Key) => ({ Key })), Quiet: true };
    const { Errors: [error] = [] } = await s3.deleteObjects({ Bucket: site.bucketName, Delete: wanted });
    if (error !== undefined) throw new Error(`s3://${site.bucketName}/${error.Key} was not deleted: ${error.Code}: ${error.Message}`);
  });
}
