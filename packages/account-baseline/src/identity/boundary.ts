import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import { address, boundaryArn, policyDocument } from "@groundplan/core";
import type { Construct } from "constructs";
import { type AccountBlueprint, adopt } from "../blueprint.js";
import { boundaryStatements } from "./boundary-statements.js";

/** The permissions boundary: one managed policy, under a name that every stack computes. */
export function makeBoundary({ module, config, overrides }: AccountBlueprint): IamPolicy {
  const policy = policyDocument(...boundaryStatements(config));
  requireRoom(module, policy);
  const { policyName } = config.identity.boundary;
  const [name = "", ...path] = policyName.split("/").reverse();
  const boundary = address(
    new IamPolicy(module, "boundary", {
      name,
      path: ["", ...path.reverse(), ""].join("/"),
      description: "What every role of the account may at most",
      policy,
      ...overrides.boundary,
    }),
    module,
    "boundary",
  );
  return adopt(boundary, config.existing.boundary ? boundaryArn(config.accountId, policyName) : undefined);
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
const mostCharacters = 6144;

function requireRoom(module: Construct, { length }: string): void {
  if (length <= mostCharacters) return;
  throw new Error(
    `${module.node.path}: the boundary has ${length} characters, and IAM takes ${mostCharacters}; ` +
      'give fewer or shorter "identity.boundary.guardians", or fewer "allowedRegions"',
  );
}
