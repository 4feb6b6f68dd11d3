import type { AwsRequest } from "./evaluate.js";
import { administratorAccess } from "./policies.js";

/** The roles that people come into. */
export const people = ["admin", "power", "read-only", "billing", "support"] as const;
const workflows = ["plan", "apply"] as const;
/** The roles of an account that people or workflows come into. */
export const roles = [...people, ...workflows];

/** What a caller is, and which of the account's roles it comes into. */
export interface Caller {
  readonly who: string;
  readonly request: Pick<AwsRequest, "principal" | "context" | "identityPolicies"> & { readonly action?: string };
  readonly into: readonly string[];
}

export const mfa = { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "60" };
export const alice = { principal: "arn:aws:iam::222222222222:user/alice", identityPolicies: [administratorAccess] };
export const named = { "aws:username": "alice" };
const github = {
  principal: "arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com",
  action: "sts:AssumeRoleWithWebIdentity",
};
const token = (sub: string, aud = "sts.amazonaws.com") => ({
  "token.actions.githubusercontent.com:sub": sub,
  "token.actions.githubusercontent.com:aud": aud,
});

/** Whoever may ask, and each one that must not be heard. */
export const callers: readonly Caller[] = [
  { who: "a user of the security account with a second factor", request: { ...alice, context: { ...named, ...mfa } }, into: people },
  {
    who: "the same under its own name",
    request: { ...alice, context: { ...named, ...mfa, "sts:SourceIdentity": "alice" } },
    into: people,
  },
  { who: "the same under another's name", request: { ...alice, context: { ...named, ...mfa, "sts:SourceIdentity": "bob" } }, into: [] },
  { who: "the same without a policy that lets it", request: { ...alice, identityPolicies: [], context: { ...named, ...mfa } }, into: [] },
  { who: "the same without a second factor", request: { ...alice, context: named }, into: [] },
  {
    who: "the same with keys alone, which say so",
    request: { ...alice, context: { ...named, "aws:MultiFactorAuthPresent": "false" } },
    into: [],
  },
  {
    who: "the same with a second factor of two hours ago",
    request: { ...alice, context: { ...named, ...mfa, "aws:MultiFactorAuthAge": "7200" } },
    into: [],
  },
  {
    who: "the same with a second factor of an hour ago, but for a second",
    request: { ...alice, context: { ...named, ...mfa, "aws:MultiFactorAuthAge": "3599" } },
    into: people,
  },
  {
    who: "the same with a second factor of an hour ago",
    request: { ...alice, context: { ...named, ...mfa, "aws:MultiFactorAuthAge": "3600" } },
    into: [],
  },
  ...[
    ["a role of the security account", "222222222222:role/deployer"],
    [
      "IAM Identity Center in the security account",
      "222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_admin_0123456789abcdef",
    ],
    ["a role of another account of the estate", "333333333333:role/shop-apply"],
    ["the administrator of another account of the estate", "333333333333:role/shop-admin"],
    ["a stranger's role", "999999999999:role/admin"],
  ].map(([who = "", arn]) => ({
    who,
    request: { principal: `arn:aws:iam::${arn}`, identityPolicies: [administratorAccess], context: {} },
    into: [],
  })),
  {
    who: "a user of the account itself with a second factor",
    request: { ...alice, principal: "arn:aws:iam::444444444444:user/alice", context: { ...named, ...mfa } },
    into: [],
  },
  {
    who: "an employee by SAML",
    request: {
      principal: "arn:aws:iam::444444444444:saml-provider/okta",
      action: "sts:AssumeRoleWithSAML",
      context: { "SAML:aud": "https://signin.aws.amazon.com/saml" },
    },
    into: [],
  },
  {
    who: "a user of another account with a second factor",
    request: { ...alice, principal: "arn:aws:iam::999999999999:user/alice", context: { ...named, ...mfa } },
    into: [],
  },
  {
    who: "a user of the management account with a second factor",
    request: { ...alice, principal: "arn:aws:iam::111111111111:user/alice", context: { ...named, ...mfa } },
    into: [],
  },
  {
    who: "a role of the same account that may do everything",
    request: { principal: "arn:aws:iam::444444444444:role/app", identityPolicies: [administratorAccess], context: {} },
    into: [],
  },
  {
    who: "the pipeline that applies",
    request: { principal: "arn:aws:iam::444444444444:role/shop-apply", identityPolicies: [administratorAccess], context: {} },
    into: [],
  },
  ...["ec2.amazonaws.com", "lambda.amazonaws.com", "ecs-tasks.amazonaws.com"].map((principal) => ({
    who: principal,
    request: { principal, context: {} },
    into: [],
  })),
  { who: "a workflow that plans dev", request: { ...github, context: token("repo:example/shop:environment:plan-dev") }, into: ["plan"] },
  {
    who: "a workflow that applies stage",
    request: { ...github, context: token("repo:example/shop:environment:apply-stage") },
    into: ["apply"],
  },
  { who: "a workflow that applies prod", request: { ...github, context: token("repo:example/shop:environment:apply-prod") }, into: [] },
  { who: "a workflow of a fork", request: { ...github, context: token("repo:mallory/shop:environment:apply-dev") }, into: [] },
  {
    who: "a workflow of a repository of like name",
    request: { ...github, context: token("repo:example/shop2:environment:apply-dev") },
    into: [],
  },
  { who: "a workflow of a branch", request: { ...github, context: token("repo:example/shop:ref:refs/heads/main") }, into: [] },
  { who: "a workflow of a pull request", request: { ...github, context: token("repo:example/shop:pull_request") }, into: [] },
  {
    who: "a workflow's token for somebody else",
    request: { ...github, context: token("repo:example/shop:environment:apply-dev", "https://github.com/example") },
    into: [],
  },
  {
    who: "another provider's token of the same words",
    request: {
      ...github,
      principal: "arn:aws:iam::444444444444:oidc-provider/gitlab.example.com",
      context: token("repo:example/shop:environment:apply-dev"),
    },
    into: [],
  },
];
