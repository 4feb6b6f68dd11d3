import type { SiteEdgeConfig } from "./schema/site-edge.js";

type Headers = SiteEdgeConfig["headers"];
type Directives = Exclude<Headers["contentSecurityPolicy"], "off">;

/** Nothing but the site's own files; bundlers make small images into `data:` addresses. */
function strict(frameOptions: Headers["frameOptions"]): Directives {
  const ancestors: Record<Headers["frameOptions"], Directives[string]> = { DENY: ["'none'"], SAMEORIGIN: ["'self'"], off: "off" };
  return {
    "default-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ancestors[frameOptions],
    "upgrade-insecure-requests": [],
  };
}

/** The value of Content-Security-Policy: the strict directives, and those that take their place. */
export function policyText({ contentSecurityPolicy, frameOptions }: Headers): string | undefined {
  if (contentSecurityPolicy === "off") return undefined;
  const directives = Object.entries({ ...strict(frameOptions), ...contentSecurityPolicy });
  const text = directives.flatMap(([name, sources]) => (sources === "off" ? [] : [[name, ...sources].join(" ")]));
  return text.length === 0 ? undefined : text.join("; ");
}
