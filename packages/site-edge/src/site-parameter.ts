import { z } from "zod";
import { cache } from "./schema/cache.js";

/** What a publisher knows of a site: the JSON of its SSM parameter, written by `static-site`, read by `site-publish`. */
export const siteParameter = z.object({
  version: z.literal(1),
  bucketName: z.string().min(1),
  region: z.string().min(1),
  distributionId: z.string().min(1),
  keyValueStoreArn: z.string().nullable(),
  url: z.string().min(1),
  basicAuth: z.boolean(),
  cache,
  indexDocument: z.string().min(1),
  routing: z.enum(["spa", "directoryIndex", "none"]),
  keep: z.object({ versions: z.int().min(1), days: z.int().min(0) }),
  encryptionKeyArn: z.string().nullable(),
});

export type SiteParameter = z.output<typeof siteParameter>;
