import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import { address, type EverythingButStatement, type PolicyStatement, policyDocument } from "@groundplan/core";
import type { AccountBlueprint } from "../blueprint.js";
import { secondFactorName } from "./names.js";

// Terraform would read ${…} as its own
const ownName = "$${aws:username}";

/**
 * What every member of a group has: to look after one's own credentials, and nothing else at all before a second factor is shown.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
 */
export function makeSecondFactorPolicy({ module, config }: AccountBlueprint): IamPolicy | undefined {
  if (config.accountKind !== "security") return undefined;
  return address(
    new IamPolicy(module, "second-factor", {
      name: secondFactorName(config.name),
      description: "One's own credentials, and nothing else before a second factor is shown",
      policy: policyDocument(...secondFactorStatements(config.accountId)),
    }),
    module,
    "second_factor",
  );
}

const ownFactor = ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices", "iam:ResyncMFADevice"];

function secondFactorStatements(accountId: string): (PolicyStatement | EverythingButStatement)[] {
  const me = `arn:aws:iam::${accountId}:user/${ownName}`;
  // a device is called as its owner likes
  const devices = `arn:aws:iam::${accountId}:mfa/*`;
  return [
    {
      Sid: "SeesTheAccount",
      Effect: "Allow",
      Action: ["iam:GetAccountPasswordPolicy", "iam:GetAccountSummary", "iam:ListVirtualMFADevices"],
      // the account's own, and of no resource
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
      Resource: "*",
    },
    {
      Sid: "OwnCredentials",
      Effect: "Allow",
      Action: [
        "iam:ChangePassword",
        "iam:GetUser",
        "iam:GetLoginProfile",
        "iam:CreateAccessKey",
        "iam:DeleteAccessKey",
        "iam:GetAccessKeyLastUsed",
        "iam:ListAccessKeys",
        "iam:UpdateAccessKey",
        "iam:DeactivateMFADevice",
        ...ownFactor.slice(1),
      ],
      Resource: me,
    },
    { Sid: "OwnDevice", Effect: "Allow", Action: ["iam:CreateVirtualMFADevice"], Resource: devices },
    {
      Sid: "NothingWithoutSecondFactor",
      Effect: "Deny",
      NotAction: [
        ...ownFactor,
        "iam:ChangePassword",
        "iam:GetAccountPasswordPolicy",
        "iam:GetUser",
        "iam:ListVirtualMFADevices",
        "sts:GetSessionToken",
      ],
      Resource: "*",
      Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
    },
  ];
}
