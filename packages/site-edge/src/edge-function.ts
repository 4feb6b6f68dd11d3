import { siteConstant } from "./edge-data.js";
import { type EdgeSource, edgeSources } from "./edge-sources.generated.js";
import type { SiteEdgeConfig } from "./schema/site-edge.js";

export interface EdgeFunctionOptions {
  /** The id of the key value store that holds the passwords, with `basicAuth`; the one that is associated, if it is left out. */
  readonly keyValueStoreId?: string | undefined;
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-functions
const maxBytes = 10_240;

/**
 * The source of a site's CloudFront function: for viewer requests, in the runtime `cloudfront-js-2.0`.
 *
 * @throws {Error} more redirects than CloudFront takes, and how many bytes too many
 */
export function edgeFunction(data: SiteEdgeConfig, options: EdgeFunctionOptions = {}): string {
  const problem = sizeProblem(data);
  if (problem !== undefined) throw new Error(`"redirects" ${problem}`);
  return sourceOf(data, options);
}

/** What is wrong with the function's size, where it is: redirects alone can make it so. */
export function sizeProblem(data: SiteEdgeConfig): string | undefined {
  const tooMany = Buffer.byteLength(sourceOf(data, { keyValueStoreId: "01234567-89ab-cdef-0123-456789abcdef" })) - maxBytes;
  if (tooMany <= 0) return undefined;
  return `make the edge's function ${tooMany} bytes longer than the ${maxBytes} that CloudFront takes: they are ${redirectBytes(data)} of them; give fewer, or one with "/*" for many`;
}

function sourceOf(data: SiteEdgeConfig, { keyValueStoreId }: EdgeFunctionOptions): string {
  const parts = [imports(data, keyValueStoreId), siteConstant(data), ...sourcesFor(data).map((name) => edgeSources[name]), handler(data)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function imports({ basicAuth }: SiteEdgeConfig, keyValueStoreId: string | undefined): string {
  if (!basicAuth) return "";
  const store = keyValueStoreId === undefined ? "" : JSON.stringify(keyValueStoreId);
  return `import cf from "cloudfront";\nimport crypto from "crypto";\n\nconst passwords = cf.kvs(${store});`;
}

/** What the function is put together from: no more than the site needs. */
function sourcesFor({ basicAuth, redirects, routing, ...data }: SiteEdgeConfig): EdgeSource[] {
  const routings = { spa: "routing-spa", directoryIndex: "routing-directory-index", none: "routing-none" } as const;
  const leads = hasOtherNames(data) || redirects.length > 0 || routing === "directoryIndex";
  return [
    "answer",
    ...(leads ? (["redirect"] as const) : []),
    "hidden-path",
    "preflight",
    ...(hasOtherNames(data) ? (["other-name"] as const) : []),
    ...(basicAuth ? (["basic-auth"] as const) : []),
    ...(redirects.length > 0 ? (["redirects"] as const) : []),
    ...(routing === "none" ? [] : (["file-path"] as const)),
    routings[routing],
  ];
}

/** The steps in their order: the first that answers ends it. */
function handler({ basicAuth, redirects, ...data }: SiteEdgeConfig): string {
  const before = ["hiddenPath", "preflight", ...(hasOtherNames(data) ? ["otherName"] : [])];
  const after = [...(redirects.length > 0 ? ["redirected"] : []), "routed"];
  const calls = (names: readonly string[]) => names.map((name) => `${name}(request, site)`).join(" || ");
  if (!basicAuth) return `function handler(event) {\n  const request = event.request;\n  return ${calls([...before, ...after])};\n}`;
  return [
    "async function handler(event) {",
    "  const request = event.request;",
    `  const early = ${calls(before)};`,
    "  if (early) return early;",
    "  const denied = await unauthorized(request, site, passwords);",
    "  if (denied) return denied;",
    `  return ${calls(after)};`,
    "}",
  ].join("\n");
}

function hasOtherNames({ domainNames, otherNames }: Pick<SiteEdgeConfig, "domainNames" | "otherNames">): boolean {
  return domainNames.length > 0 && otherNames === "redirect";
}

function redirectBytes(data: SiteEdgeConfig): number {
  return siteConstant(data).length - siteConstant({ ...data, redirects: [] }).length;
}
