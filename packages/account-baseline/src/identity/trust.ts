import { policyDocument } from "@groundplan/core";
import type { AccountBaselineConfig } from "../schema/baseline.js";

type Role = AccountBaselineConfig["identity"]["roles"]["admin"];

// Terraform would read ${…} as its own
const callersName = "$${aws:username}";

/**
 * Who may assume a role: a user of the security account who showed a second factor a short while ago, under its own name.
 *
 * The account is trusted, and its own policies say which users: a role of it has no second factor, and never comes in.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export function peopleTrust({ securityAccountId, identity }: AccountBaselineConfig, { maxMfaAgeMinutes }: Role): string {
  const named = identity.sourceIdentity === "required" ? "StringEquals" : "StringEqualsIfExists";
  return policyDocument({
    Sid: "PeopleAssume",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${securityAccountId}:root` },
    Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
    Condition: {
      Bool: { "aws:MultiFactorAuthPresent": "true" },
      NumericLessThan: { "aws:MultiFactorAuthAge": String(maxMfaAgeMinutes * 60) },
      [named]: { "sts:SourceIdentity": callersName },
    },
  });
}

const github = "token.actions.githubusercontent.com";

/**
 * Which workflows may assume a pipeline's role: of one repository, and of GitHub's environments named, whose rules say who may run them.
 *
 * @see https://docs.github.com/en/actions/concepts/security/openid-connect
 */
export function workflowTrust(providerArn: string, subjects: readonly string[]): string {
  return policyDocument({
    Sid: "WorkflowsAssume",
    Effect: "Allow",
    Principal: { Federated: providerArn },
    Action: ["sts:AssumeRoleWithWebIdentity"],
    Condition: { StringEquals: { [`${github}:aud`]: "sts.amazonaws.com", [`${github}:sub`]: subjects } },
  });
}

/** GitHub's issuer. */
export const githubUrl = `https://${github}`;
