import type { LogBucket } from "./log-bucket.js";

/** Where an estate keeps its logs: a bucket, and what goes with it. A bucket alone will do. */
export interface LogArchive extends LogBucket {
  /** Takes trails alone, so that it can be locked: Config delivers to no bucket that is. Default: the archive itself. */
  readonly trails?: LogBucket | undefined;
  /** The alias by which the key is found that trails are encrypted with; a key's own ARN is not known to other accounts. */
  readonly keyAliasArn?: string | undefined;
}
