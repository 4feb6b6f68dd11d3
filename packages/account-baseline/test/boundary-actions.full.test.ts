import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { workload } from "../examples/workload.js";
import { refusedActions } from "./simulation/every-action.js";
import { policyAt } from "./simulation/policies.js";

const boundary = policyAt(
  synthesize((stack) => void workload(stack)),
  "aws_iam_policy.baseline_boundary",
);
const asked = { boundary, boundaryArn: "arn:aws:iam::444444444444:policy/boundary" };
const pipeline = { ...asked, principal: "arn:aws:iam::444444444444:role/shop-apply" };
const admin = { ...asked, principal: "arn:aws:iam::444444444444:role/shop-admin" };

/** The services whose resources the library's modules make, and that the emulator is asked for when they are applied. */
const ofModules = {
  containers: ["application-autoscaling", "codedeploy", "ecr", "ecs", "servicediscovery", "synthetics", "xray"],
  data: ["backup", "dynamodb", "kms", "rds", "s3", "scheduler", "secretsmanager"],
  edge: ["acm", "cloudfront", "cloudfront-keyvaluestore", "route53", "wafv2"],
  network: ["autoscaling", "ec2", "elasticloadbalancing"],
  watching: ["chatbot", "cloudwatch", "events", "lambda", "logs", "resource-groups", "sns", "sqs", "ssm"],
  identity: ["iam", "sts"],
};

const ofBaseline = [
  ...["access-analyzer", "account", "budgets", "ce", "cloudtrail", "config", "ec2", "ecs", "elasticfilesystem", "guardduty", "iam"],
  ...["inspector2", "macie2", "organizations", "s3", "securityhub", "ssm"],
];

describe("of all that AWS knows to change, a pipeline under the boundary", () => {
  it.each([
    ["containers", ["ecs:PutAccountSettingDefault"]],
    ["data", ["s3:PutAccountPublicAccessBlock"]],
    ["edge", []],
    [
      "network",
      [
        "ec2:DisableEbsEncryptionByDefault",
        "ec2:DisableImageBlockPublicAccess",
        "ec2:DisableSnapshotBlockPublicAccess",
        "ec2:EnableSerialConsoleAccess",
        "ec2:ModifyEbsDefaultKmsKeyId",
        "ec2:ModifyInstanceMetadataDefaults",
        "ec2:ModifyVpcBlockPublicAccessOptions",
        "ec2:ResetEbsDefaultKmsKeyId",
      ],
    ],
    ["watching", ["ssm:ResetServiceSetting", "ssm:UpdateServiceSetting"]],
  ] as const)("is refused of the services of %s the account's defaults, and nothing that a module needs", async (kind, refused) => {
    expect(await refusedActions(ofModules[kind], pipeline)).toEqual(refused);
  });

  it("is refused no role, no policy and no instance profile that carries it or needs none", async () => {
    const refused = await refusedActions(ofModules.identity, pipeline);
    const ofRoles = refused.filter((action) => /Role|InstanceProfile|Policy$|PolicyVersion$/.test(action));
    expect(ofRoles).toEqual([
      "iam:AttachGroupPolicy",
      "iam:DeleteAccountPasswordPolicy",
      "iam:DeleteGroupPolicy",
      "iam:DeleteRolePermissionsBoundary",
      "iam:DetachGroupPolicy",
      "iam:PutGroupPolicy",
      "iam:UpdateAccountPasswordPolicy",
    ]);
  });

  it("is refused of the baseline's own services what it was refused at this version", async () => {
    const refused = await refusedActions(ofBaseline, pipeline);
    await expect(`${refused.join("\n")}\n`).toMatchFileSnapshot("golden/refused-actions.txt");
  });
});

describe("of all that AWS knows to change, an administrator", () => {
  it("is refused the end of the account, and nothing else", async () => {
    expect(await refusedActions(ofBaseline, admin)).toEqual(["account:CloseAccount", "organizations:LeaveOrganization"]);
  });
});
