import { z } from "zod";
import { capacityShares } from "./capacity.js";
import type { WebAclConfig } from "./web-acl.js";

const takers = ["allow", "deny", "rateLimit", "managedRules", "capacity"] as const;

/** The rules' sum within what is granted, told with what takes how much. */
export const capacityFits = check(takers, (config) => {
  const shares = capacityShares(config);
  const sum = shares.reduce((units, share) => units + share.units, 0);
  if (sum <= config.capacity) return undefined;
  const parts = shares.map(({ what, units }) => `${what} ${units}`).join(", ");
  return {
    path: ["capacity"],
    input: config.capacity,
    message: `is less than the ${sum} units that the rules take (${parts}); give ${sum}, or set a group of "managedRules" to off`,
  };
});

// https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html
export const regionFits = check(["region", "scope"], ({ region, scope }) =>
  scope !== "cloudfront" || region === "us-east-1" || region.includes("${")
    ? undefined
    : { path: ["region"], input: region, message: "is not where CloudFront's web ACLs are; give us-east-1, and an edgeProvider for it" },
);

interface Wrong {
  readonly path: (string | number)[];
  readonly input: unknown;
  /** `what is wrong; what to do`. */
  readonly message: string;
}

/** A check over several fields. It runs wherever those are sound in themselves, so that all problems are told at once. */
function check(fields: readonly (keyof WebAclConfig)[], problem: (config: WebAclConfig) => Wrong | undefined) {
  return z.core._check<WebAclConfig>(
    (payload) => {
      const wrong = problem(payload.value);
      if (wrong !== undefined) payload.issues.push({ code: "custom", continue: true, ...wrong });
    },
    {
      when: ({ value, issues }) =>
        typeof value === "object" && value !== null && !issues.some(({ path }) => fields.some((field) => field === path?.[0])),
    },
  );
}
