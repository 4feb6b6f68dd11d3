import type { SiteEdgeConfig } from "./schema/site-edge.js";

/** Sources by which a script that an attacker got into a page would run. */
const risky = ["'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:", "http:"];

/** What a person should know before applying, and need not change. */
export function siteEdgeNotices({ headers, redirects, domainNames, otherNames }: SiteEdgeConfig): readonly string[] {
  return [...policyNotices(headers), ...framing(headers), ...preloading(headers), ...unseen({ redirects, domainNames, otherNames })];
}

type Headers = SiteEdgeConfig["headers"];

function policyNotices({ contentSecurityPolicy }: Headers): string[] {
  if (contentSecurityPolicy === "off") return [];
  return Object.entries(contentSecurityPolicy).flatMap(([name, sources]) =>
    sources === "off" ? [] : sources.flatMap((source) => sourceNotice(name, source.toLowerCase())),
  );
}

function sourceNotice(name: string, source: string): string[] {
  const place = `"headers.contentSecurityPolicy.${name}" has ${source}`;
  if (/^(default|script)-src/.test(name) && risky.includes(source)) return [`${place}: a script that somebody gets into a page runs`];
  return source === "'unsafe-inline'" ? [`${place}: styles that somebody gets into a page apply`] : [];
}

function framing({ contentSecurityPolicy, frameOptions }: Headers): string[] {
  if (contentSecurityPolicy === "off" || frameOptions === "off") return [];
  const ancestors = contentSecurityPolicy["frame-ancestors"];
  const same = frameOptions === "DENY" ? "'none'" : "'self'";
  if (ancestors === undefined || (ancestors !== "off" && ancestors.join(" ") === same)) return [];
  return [`"headers.frameOptions" ${frameOptions} says something else than "frame-ancestors", which browsers go by where they know it`];
}

function preloading({ hsts }: Headers): string[] {
  if (hsts === "off" || !hsts.preload) return [];
  if (hsts.maxAgeDays < 365 || !hsts.includeSubdomains)
    return ['"headers.hsts.preload" is on, and no browser\'s list takes the site: give "maxAgeDays" 365 or more, and "includeSubdomains"'];
  return ['"headers.hsts.preload" lets anybody enter the site into browsers\' lists, and to leave them takes months'];
}

function unseen({ domainNames, otherNames, redirects }: Pick<SiteEdgeConfig, "domainNames" | "otherNames" | "redirects">): string[] {
  const [first, ...others] = domainNames;
  if (first === undefined || otherNames === "serve") return [];
  return redirects
    .filter(({ to }) => others.some((name) => to.startsWith(`https://${name}/`)))
    .map(({ from, to }) => `the redirect from ${from} leads to ${to}, which leads on to ${first}; lead there at once`);
}
