import type { CrossProblem } from "@groundplan/core/schema";
import type { StaticSiteConfig } from "../schema/site.js";

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-web-distributions */
const mostBehaviours = 75;
const mostOrigins = 100;

/** Paths that have two behaviours, of which the first alone is ever asked; or more of them than there may be. */
export function behaviourProblems({ origins, cache }: StaticSiteConfig): CrossProblem[] {
  const ofOrigins = Object.entries(origins).flatMap(([name, { paths }]) =>
    paths.map((pattern, index) => ({ path: ["origins", name, "paths", index], pattern })),
  );
  const all = [...ofOrigins, ...cache.immutable.map((pattern, index) => ({ path: ["cache", "immutable", index], pattern }))];
  const twice = all.filter(({ pattern }, index) => all.findIndex((other) => other.pattern === pattern) < index);
  return [
    ...twice.map(({ path, pattern }) => ({
      path,
      value: pattern,
      message: "is another behaviour's already, which is asked first; take one out",
    })),
    ...(all.length > mostBehaviours
      ? [
          {
            path: ["origins"],
            value: undefined,
            message: `makes ${all.length} behaviours, and a distribution has ${mostBehaviours}; join some paths`,
          },
        ]
      : []),
    ...(Object.keys(origins).length >= mostOrigins
      ? [
          {
            path: ["origins"],
            value: undefined,
            message: `has more than ${mostOrigins - 1} origins, beyond which AWS takes none; take some out`,
          },
        ]
      : []),
  ];
}

/** An origin that is the site itself. */
export function originProblems({ origins, domainNames }: StaticSiteConfig): CrossProblem[] {
  return Object.entries(origins)
    .filter(([, { domainName }]) => domainNames.includes(domainName))
    .map(([name, { domainName }]) => ({
      path: ["origins", name, "domainName"],
      value: domainName,
      message: "is the site's own name, so that it would ask itself; give the origin's",
    }));
}
