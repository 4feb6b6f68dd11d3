import type { SiteEdgeConfig } from "./schema/site-edge.js";

/** What an answer to a page of another origin carries, as CloudFront's response headers policy has it; nothing where it may not read it. */
export function corsHeaders(
  { cors }: Pick<SiteEdgeConfig, "cors">,
  origin: string | undefined,
): (readonly [name: string, value: string])[] {
  const allowed = origin === undefined ? undefined : cors?.origins.find((pattern) => isFrom(pattern, origin));
  if (cors === undefined || origin === undefined || allowed === undefined) return [];
  return [
    ["access-control-allow-origin", allowed === "*" ? "*" : origin],
    ...(allowed === "*" ? [] : [["vary", "Origin"] as const]),
    ...(cors.credentials ? [["access-control-allow-credentials", "true"] as const] : []),
  ];
}

function isFrom(pattern: string, origin: string): boolean {
  const [scheme = "", name] = pattern.split("*.");
  return pattern === "*" || pattern === origin || (name !== undefined && origin.startsWith(scheme) && origin.endsWith(`.${name}`));
}
