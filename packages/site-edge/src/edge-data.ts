import type { Site, Target } from "./edge/types.js";
import type { Redirect, SiteEdgeConfig } from "./schema/site-edge.js";
import { strictTransport } from "./security-headers.js";

/** What the function knows of the site, as a line of its source a property. */
export function siteConstant(data: SiteEdgeConfig): string {
  const entries = Object.entries(siteOf(data)).filter(([, value]) => value !== undefined);
  return ["const site = {", ...entries.map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`), "};"].join("\n");
}

function siteOf({ domainNames, otherNames, indexDocument, redirects, cors, headers }: SiteEdgeConfig): Record<keyof Site, unknown> {
  const folders = redirects.filter(({ from }) => from.endsWith("/*"));
  const pages = redirects.filter(({ from }) => !from.endsWith("/*"));
  return {
    name: otherNames === "redirect" ? domainNames[0] : undefined,
    index: indexDocument,
    hsts: strictTransport({ headers }),
    pages: pages.length > 0 ? targets(pages) : undefined,
    folders: folders.length > 0 ? targets(folders) : undefined,
    deepest: folders.length > 0 ? Math.max(...folders.map(({ from }) => from.split("/").length - 1)) : undefined,
    cors: cors === undefined ? undefined : preflightAnswer(cors),
  };
}

/** By what the function looks up: the path, or the folder with its slash. */
function targets(redirects: readonly Redirect[]): Readonly<Record<string, Target>> {
  return Object.fromEntries(redirects.map(({ from, to, status }) => [from.replace(/\*$/, ""), { to, status }]));
}

function preflightAnswer({ origins, methods, headers, maxAgeSeconds, credentials }: NonNullable<SiteEdgeConfig["cors"]>): Site["cors"] {
  return { origins, methods: methods.join(", "), headers: headers.join(", "), maxAge: String(maxAgeSeconds), credentials };
}
