import type { S3 } from "@aws-sdk/client-s3";
import { byKey } from "./keys.js";
import { type Listed, listingPage } from "./listing-page.js";

// a page of a list has 1000 keys at most; some room is left for keys that we do not know of
const stretch = 950;

/**
 * What the bucket holds, by key. A list comes page after page, each of which waits for the one before; so where keys are expected, it is
 * asked for in stretches at once, which takes one round trip instead of one a thousand objects.
 */
export async function listBucket(s3: S3, bucket: string, expected: readonly string[]): Promise<Map<string, Listed>> {
  const sorted = [...expected].sort(byKey);
  const starts = [undefined, ...sorted.filter((_, index) => index > 0 && index % stretch === 0)];
  const stretches = await Promise.all(starts.map((from, index) => listStretch(s3, bucket, { from, to: starts[index + 1] })));
  return new Map(stretches.flat());
}

/** The keys of one folder. */
export async function listFolder(s3: S3, bucket: string, prefix: string): Promise<Map<string, Listed>> {
  return new Map(await listStretch(s3, bucket, { from: undefined, to: undefined, prefix }));
}

/** After `from`, up to `to` and with it. */
interface Stretch {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly prefix?: string;
}

async function listStretch(s3: S3, bucket: string, { from, to, prefix }: Stretch): Promise<[string, Listed][]> {
  const found: [string, Listed][] = [];
  let token: string | undefined;
  do {
    const page = await listingPage(s3, { bucket, prefix, startAfter: from, token });
    for (const [key, object] of page.objects) {
      if (to !== undefined && byKey(key, to) > 0) return found;
      found.push([key, object]);
    }
    token = page.next;
  } while (token !== undefined);
  return found;
}
