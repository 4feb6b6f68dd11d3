import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import { address, policyDocument } from "@groundplan/core";
import type { AccountBlueprint } from "../blueprint.js";
import { boundaryStatements } from "./boundary-statements.js";

/** The permissions boundary: one managed policy, under a name that every stack computes. */
export function makeBoundary({ module, config, overrides }: AccountBlueprint): IamPolicy {
  const [name = "", ...path] = config.identity.boundary.policyName.split("/").reverse();
  return address(
    new IamPolicy(module, "boundary", {
      name,
      path: ["", ...path.reverse(), ""].join("/"),
      description: "What every role of the account may at most",
      policy: policyDocument(...boundaryStatements(config)),
      ...overrides.boundary,
    }),
    module,
    "boundary",
  );
}
