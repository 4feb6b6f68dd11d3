import { boundaryArn, centralKeyAlias, logArchive, stateNames } from "@groundplan/core";
import type { AccountBaselineConfig } from "../schema/baseline.js";
import { identityArns, secondFactorName, trailGroupName, trailRoleName } from "./names.js";

/**
 * What guardians alone change: identities, the state, the archive, and what the trail writes. Whoever can lose the states can change
 * nothing any more, and whoever can open them reads what stands in them; the archive says who did.
 */
export function guardedArns(config: AccountBaselineConfig): readonly string[] {
  const { name: project, accountId, region, accountKind, identity } = config;
  const { bucketName, logBucketName, tableName } = stateNames({ project, accountId, region });
  const archive = logArchive({ project, accountId, region });
  const policies = accountKind === "security" ? [`policy/${secondFactorName(project)}`] : [];
  return [
    boundaryArn(anywhere, identity.boundary.policyName),
    ...identityArns({ name: project, accountId: anywhere }),
    ...[`role/${trailRoleName(project)}`, ...unbounded, ...policies, ...doors].map((path) => `arn:aws:iam::${anywhere}:${path}`),
    // the bucket, and what is in it: two ARNs would have no room
    ...[bucketName, logBucketName, archive.bucketName, archive.trails.bucketName].map((bucket) => `arn:aws:s3:::${bucket}*`),
    `arn:aws:dynamodb:${region}:*:table/${tableName}`,
    // AWS asks for some actions by the group's ARN, and for others by all in it
    `arn:aws:logs:*:*:log-group:${trailGroupName(config)}*`,
  ];
}

// There is no room for the account's id, and nobody changes the identities of another account.
const anywhere = "*";

// made by AWS, and without a boundary: whoever could trust themselves there would have none
// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html
const unbounded = ["OrganizationAccountAccessRole", "AWSControlTowerExecution", "aws-reserved/*"].map((name) => `role/${name}`);

const doors = ["oidc-provider/*", "saml-provider/*", "group/*"];

/** The aliases of the keys of the state and the archive; in the security account of the central ones, too. */
export function guardedAliases({ name: project, accountId, region, accountKind, keys }: AccountBaselineConfig): readonly string[] {
  const { bucketName } = stateNames({ project, accountId, region });
  const central = accountKind === "security" && keys === "central" ? [centralKeyAlias(project, "data").replace(/data$/, "*")] : [];
  return [bucketName, logArchive({ project, accountId, region }).keyAlias, ...central].map((alias) => `alias/${alias}`);
}
