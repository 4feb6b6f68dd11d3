import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { pipelines } from "../examples/pipelines.js";
import { isAllowed } from "./simulation/evaluate.js";
import { type Policy, policyAt } from "./simulation/policies.js";

const template = synthesize((stack) => void pipelines(stack));

/** What of AWS's ReadOnlyAccess is asked about here. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html */
const readOnlyAccess: Policy = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: [
        "s3:Get*",
        "s3:List*",
        "dynamodb:BatchGet*",
        "dynamodb:Describe*",
        "dynamodb:Get*",
        "dynamodb:Query",
        "dynamodb:Scan",
        "ec2:Describe*",
        "iam:Get*",
      ],
      Resource: "*",
    },
  ],
};

const bucket = "arn:aws:s3:::shop-state-444444444444-eu-west-1";
const tables = "arn:aws:dynamodb:eu-west-1:444444444444:table";

describe("the pipeline that plans", () => {
  const role = {
    principal: "arn:aws:iam::444444444444:role/shop-plan",
    accountId: "444444444444",
    identityPolicies: [readOnlyAccess, policyAt(template, "aws_iam_role_policy.baseline_plan")],
    boundary: policyAt(template, "aws_iam_policy.baseline_boundary"),
    context: { "aws:PrincipalArn": "arn:aws:iam::444444444444:role/shop-plan", "aws:RequestedRegion": "eu-west-1" },
  };

  it.each([
    ["reads a state", "s3:GetObject", `${bucket}/dev-network.tfstate`, true],
    ["locks it", "s3:PutObject", `${bucket}/dev-network.tfstate.tflock`, true],
    ["lets it go", "s3:DeleteObject", `${bucket}/dev-network.tfstate.tflock`, true],
    ["locks it in the table", "dynamodb:PutItem", `${tables}/shop-state-locks`, true],
    ["writes a state", "s3:PutObject", `${bucket}/dev-network.tfstate`, false],
    ["deletes a state", "s3:DeleteObject", `${bucket}/dev-network.tfstate`, false],
    ["reads what is made", "ec2:DescribeVpcs", "*", true],
    ["reads the boundary", "iam:GetPolicy", "arn:aws:iam::444444444444:policy/estate/boundary", true],
    ["reads how a bucket is set", "s3:GetBucketPolicy", "arn:aws:s3:::shop-dev-uploads", true],
    ["reads what is in a bucket", "s3:GetObject", "arn:aws:s3:::shop-dev-uploads/letter.pdf", false],
    ["reads what is in a table", "dynamodb:GetItem", `${tables}/orders`, false],
    ["searches a table", "dynamodb:Scan", `${tables}/orders`, false],
    ["makes a network", "ec2:CreateVpc", "arn:aws:ec2:eu-west-1:444444444444:vpc/*", false],
  ])("%s: %s of %s, %s", async (_what, action, resource, may) => {
    expect(await isAllowed({ ...role, action, resource })).toBe(may);
  });
});
