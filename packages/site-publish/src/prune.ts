import { timeOf } from "./manifest.js";
import type { Site } from "./site.js";

const day = 24 * 60 * 60 * 1000;

/** Which of the versions are kept, and which objects go with the others. */
export interface Pruning {
  /** ids of versions whose manifests go */
  readonly versions: readonly string[];
  /** keys of objects that no kept version has */
  readonly objects: readonly string[];
}

/**
 * What has outlived its use. A version is kept while it is among the last ones, or was replaced only days ago: until then pages of it may be
 * open somewhere, and ask for their files.
 *
 * @param ids of all versions, the newest first
 * @param retired objects that the newest version does not have, each with the last version that had it
 */
export function pruning(ids: readonly string[], retired: Readonly<Record<string, string>>, { keep, now }: PruningRules): Pruning {
  const since = now.getTime() - keep.days * day;
  const kept = ids.filter((_, index) => index < keep.versions || replacedAt(ids, index) >= since);
  const oldest = kept.at(-1) ?? "";
  return {
    versions: ids.filter((id) => id < oldest),
    objects: Object.keys(retired).filter((key) => (retired[key] ?? "") < oldest),
  };
}

export interface PruningRules extends Pick<Site, "keep"> {
  readonly now: Date;
}

function replacedAt(ids: readonly string[], index: number): number {
  const next = ids[index - 1];
  return next === undefined ? Number.POSITIVE_INFINITY : timeOf(next).getTime();
}
