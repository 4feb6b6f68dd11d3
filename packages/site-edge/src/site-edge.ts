import { problemsOf, problemText } from "@groundplan/core/schema";
import { type SiteEdgeConfig, schemas } from "./config.js";

/**
 * A site's edge with its defaults, from data that nobody has looked at yet, such as a file's.
 *
 * @throws {Error} every problem at once, a line each
 */
export function siteEdge(data: unknown): SiteEdgeConfig {
  const result = schemas.SiteEdge.safeParse(data, { reportInput: true });
  if (result.success) return result.data;
  throw new Error(
    result.error.issues
      .flatMap((issue) => problemsOf(issue, schemas.SiteEdge))
      .map(problemText)
      .join("\n"),
  );
}
