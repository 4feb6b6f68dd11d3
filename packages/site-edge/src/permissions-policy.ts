import { restrictedFeatures } from "./schema/permissions-policy.js";
import type { SiteEdgeConfig } from "./schema/site-edge.js";

type Features = Exclude<SiteEdgeConfig["headers"]["permissionsPolicy"], "off">;

/** The value of Permissions-Policy. https://www.w3.org/TR/permissions-policy/#permissions-policy-http-header-field */
export function permissionsText(features: Features): string {
  const nobody = Object.fromEntries(restrictedFeatures.map((feature) => [feature, []]));
  return Object.entries<readonly string[]>({ ...nobody, ...features })
    .map(([feature, allowed]) => `${feature}=${listText(allowed)}`)
    .join(", ");
}

function listText(allowed: readonly string[]): string {
  if (allowed.includes("*")) return "*";
  return `(${allowed.map((one) => (["self", "src"].includes(one) ? one : `"${one}"`)).join(" ")})`;
}
