import { createHash } from "node:crypto";
import { z } from "zod";

const entry = z.object({
  /** of the object's version in S3, by which it is brought back */
  versionId: z.string(),
  /** as S3 gives it: whether the object that stands is still this one */
  etag: z.string(),
  sha256: z.string(),
  size: z.number(),
  contentType: z.string(),
  cacheControl: z.string(),
});

/** A version of a site: each of its files, and where S3 has it. */
export const manifest = z.object({
  format: z.literal(1),
  id: z.string(),
  /** whose files these are, where a rollback brought them back */
  rolledBackTo: z.string().nullable(),
  entries: z.record(z.string(), entry),
  /** objects of earlier versions that still stand, each with the last version that had it */
  retired: z.record(z.string(), z.string()),
});

export type Entry = Readonly<z.output<typeof entry>>;

export interface Manifest {
  readonly format: 1;
  readonly id: string;
  readonly rolledBackTo: string | null;
  readonly entries: Readonly<Record<string, Entry>>;
  readonly retired: Readonly<Record<string, string>>;
}

/** What a file is, wherever it lies: equal looks mean that visitors get the same. */
export type Look = Pick<Entry, "sha256" | "size" | "contentType" | "cacheControl">;

export function sameLook(a: Look, b: Look): boolean {
  return a.sha256 === b.sha256 && a.size === b.size && a.contentType === b.contentType && a.cacheControl === b.cacheControl;
}

/**
 * A version's id: its time, so that ids sort as versions came, and a hash of what is in it.
 * It is later than the newest one's even where this machine's clock is behind.
 */
export function versionId(now: Date, newest: string | undefined, looks: readonly (Look & { readonly path: string })[]): string {
  const after = newest === undefined ? 0 : timeOf(newest).getTime() + 1000;
  const time = new Date(Math.max(now.getTime(), after)).toISOString().replace(/\.\d+Z$/, "Z");
  const hash = createHash("sha256");
  for (const { path, sha256, contentType, cacheControl } of looks) hash.update(`${path}\0${sha256}\0${contentType}\0${cacheControl}\n`);
  return `${time.replace(/[-:]/g, "")}-${hash.digest("hex").slice(0, 8)}`;
}

/** When a version was published. */
export function timeOf(id: string): Date {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
