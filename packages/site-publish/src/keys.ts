/** What lies beneath it is ours, and is never served. */
export const reserved = "_versions/";

/** The object that says who publishes. */
export const lockKey = `${reserved}lock.json`;

const id = /^_versions\/(\d{8}T\d{6}Z-[0-9a-f]{8})\.json$/;

export function manifestKey(id: string): string {
  return `${reserved}${id}.json`;
}

/** The version that a manifest's key names; undefined for another key. */
export function versionOfKey(key: string): string | undefined {
  return id.exec(key)?.[1];
}

/** S3's own order of keys, which is that of their bytes: JavaScript's differs beyond the Basic Multilingual Plane. */
export function byKey(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
