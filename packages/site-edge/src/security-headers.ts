import { policyText } from "./content-security-policy.js";
import { permissionsText } from "./permissions-policy.js";
import type { SiteEdgeConfig } from "./schema/site-edge.js";

/** What browsers are told beside the content, in the words of CloudFront's response headers policies. */
export interface SecurityHeaders {
  readonly hsts: { readonly maxAgeSeconds: number; readonly includeSubdomains: boolean; readonly preload: boolean } | undefined;
  readonly contentSecurityPolicy: string | undefined;
  readonly contentTypeOptions: true;
  readonly frameOptions: "DENY" | "SAMEORIGIN" | undefined;
  readonly referrerPolicy: string;
  /** The permissions policy, and those of one's own. */
  readonly custom: readonly { readonly name: string; readonly value: string }[];
}

type Headers = Pick<SiteEdgeConfig, "headers">;

const secondsADay = 86_400;

/** The headers of every answer, CORS apart. */
export function securityHeaders({ headers }: Headers): SecurityHeaders {
  const { hsts, frameOptions, referrerPolicy, permissionsPolicy, custom } = headers;
  const permissions = permissionsPolicy === "off" ? [] : [{ name: "permissions-policy", value: permissionsText(permissionsPolicy) }];
  return {
    hsts:
      hsts === "off"
        ? undefined
        : { maxAgeSeconds: hsts.maxAgeDays * secondsADay, includeSubdomains: hsts.includeSubdomains, preload: hsts.preload },
    contentSecurityPolicy: policyText(headers),
    contentTypeOptions: true,
    frameOptions: frameOptions === "off" ? undefined : frameOptions,
    referrerPolicy,
    custom: [...permissions, ...Object.entries(custom).map(([name, value]) => ({ name, value }))],
  };
}

/** The same as names and values, as an answer carries them. */
export function headerList(data: Headers): (readonly [name: string, value: string])[] {
  const { contentSecurityPolicy, frameOptions, referrerPolicy, custom } = securityHeaders(data);
  const hsts = strictTransport(data);
  return [
    ...(hsts === undefined ? [] : [["strict-transport-security", hsts] as const]),
    ...(contentSecurityPolicy === undefined ? [] : [["content-security-policy", contentSecurityPolicy] as const]),
    ["x-content-type-options", "nosniff"],
    ...(frameOptions === undefined ? [] : [["x-frame-options", frameOptions] as const]),
    ["referrer-policy", referrerPolicy],
    ...custom.map(({ name, value }) => [name, value] as const),
  ];
}

/** The value of Strict-Transport-Security, as CloudFront writes it. */
export function strictTransport(data: Headers): string | undefined {
  const { hsts } = securityHeaders(data);
  if (hsts === undefined) return undefined;
  return `max-age=${hsts.maxAgeSeconds}${hsts.includeSubdomains ? "; includeSubDomains" : ""}${hsts.preload ? "; preload" : ""}`;
}
