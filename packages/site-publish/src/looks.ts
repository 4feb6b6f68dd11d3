import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { cacheControlOf } from "@groundplan/site-edge";
import { contentTypeOf } from "./content-type.js";
import type { LocalFile } from "./folder.js";
import type { Look } from "./manifest.js";
import type { Site } from "./site.js";

/** A file of the folder, and what visitors are to get of it. */
export type LookedAt = LocalFile & Look;

// read at once up to here, and in pieces above
const small = 1024 * 1024;

// between them the answers of S3 that have come meanwhile are read
const batch = 64;

/** Reads each file once. */
export async function lookAt(files: readonly LocalFile[], site: Pick<Site, "cache">, signal: AbortSignal): Promise<LookedAt[]> {
  const looked: LookedAt[] = [];
  for (const [index, file] of files.entries()) {
    if (index % batch === 0) await setImmediate();
    signal.throwIfAborted();
    const sha256 = file.size <= small ? createHash("sha256").update(readFileSync(file.file)).digest("hex") : await hashOf(file.file);
    looked.push({ ...file, sha256, contentType: contentTypeOf(file.path), cacheControl: cacheControlOf(site, `/${file.path}`) });
  }
  return looked;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
