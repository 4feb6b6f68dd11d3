import { crossCheck, isKnown } from "@groundplan/core/schema";
import { capacityShares } from "./capacity.js";
import { everybodyIn, neverPassing } from "./ranges.js";
import type { WebAclConfig } from "./web-acl.js";

/** The rules' sum within what is granted, told with what takes how much. */
export const capacityFits = crossCheck<WebAclConfig>(["allow", "deny", "rateLimit", "managedRules", "capacity"], (config) => {
  const shares = capacityShares(config);
  const sum = shares.reduce((units, share) => units + share.units, 0);
  const parts = shares.map(({ what, units }) => `${what} ${units}`).join(", ");
  return [
    sum > config.capacity && {
      path: ["capacity"],
      value: config.capacity,
      message: `is less than the ${sum} units that the rules take (${parts}); give ${sum}, or set a group of "managedRules" to off`,
    },
  ];
});

// https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html
export const regionFits = crossCheck<WebAclConfig>(["region", "scope"], ({ region, scope }) => [
  scope === "cloudfront" &&
    isKnown(region) &&
    region !== "us-east-1" && {
      path: ["region"],
      value: region,
      message: "is not where CloudFront's web ACLs are; give us-east-1, and an edgeProvider for it",
    },
]);

export const rangesFit = crossCheck<WebAclConfig>(["allow", "deny"], (lists) => [...everybodyIn(lists), ...neverPassing(lists)]);
