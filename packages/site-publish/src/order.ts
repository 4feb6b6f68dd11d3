import { isPage } from "./content-type.js";

/**
 * In the order in which visitors may see them: no page before the files that it needs, the front page last. Each wave is there before the
 * next one begins.
 */
export function waves<T extends { readonly path: string }>(files: readonly T[], indexDocument: string): readonly (readonly T[])[] {
  const front = files.filter(({ path }) => path === indexDocument);
  const pages = files.filter(({ path }) => isPage(path) && path !== indexDocument);
  const rest = files.filter(({ path }) => !isPage(path) && path !== indexDocument);
  return [rest, pages, front];
}
