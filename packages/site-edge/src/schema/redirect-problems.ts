import type { CrossProblem } from "@groundplan/core/schema";
import type { Redirect, SiteEdgeConfig } from "./site-edge.js";

/** Redirects that never end, that never happen, or whose ends do not fit. */
export function redirectProblems({ redirects, domainNames }: Pick<SiteEdgeConfig, "redirects" | "domainNames">): (CrossProblem | false)[] {
  return redirects.flatMap((redirect, index) => {
    const { from, to } = redirect;
    const first = redirects.findIndex((other) => other.from === from);
    return [
      first < index && { path: ["redirects", index, "from"], value: from, message: `is that of redirects.${first} too; take one out` },
      to.includes("*") &&
        !from.endsWith("/*") && {
          path: ["redirects", index, "to"],
          value: to,
          message: 'has a "*" for what "from" leaves open, which is nothing; end "from" with "/*", or give the path itself',
        },
      loop(redirect, redirects, domainNames) && {
        path: ["redirects", index, "to"],
        value: to,
        message: "leads back to where it comes from; give another path, or take the redirect out",
      },
    ];
  });
}

/** Whether following a redirect comes back to it. Each step is one of the list, so that its length is enough. */
function loop(start: Redirect, redirects: readonly Redirect[], domainNames: readonly string[]): boolean {
  let path = onSite(start.to, domainNames);
  for (const _ of redirects) {
    const at = path;
    const next = at === undefined ? undefined : redirectFor(at, redirects);
    if (next === undefined) return false;
    if (next === start) return true;
    path = onSite(next.to, domainNames);
  }
  return false;
}

/** The redirect that the edge takes from a path: its own, or that of the longest folder. */
function redirectFor(path: string, redirects: readonly Redirect[]): Redirect | undefined {
  const exact = redirects.find(({ from }) => from === path);
  const folders = redirects.filter(({ from }) => from.endsWith("/*") && path.startsWith(from.slice(0, -1)));
  return exact ?? folders.toSorted((one, other) => other.from.length - one.from.length)[0];
}

/** A target's path, where it is one of the site's. */
function onSite(to: string, domainNames: readonly string[]): string | undefined {
  const [, host, path = to] = /^https:\/\/([^/:]+)(\/.*)$/.exec(to) ?? [];
  return host === undefined || domainNames.includes(host) ? path.replace(/[?#].*$/, "") : undefined;
}
