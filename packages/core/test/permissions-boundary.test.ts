import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user/index.js";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { synthesize } from "@groundplan/testing";
import { Aspects } from "cdktf";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { PermissionsBoundary, policyDocument, serviceTrust } from "../src/index.js";

const boundary = "arn:aws:iam::111111111111:policy/boundary";
const trust = { assumeRolePolicy: serviceTrust("ec2.amazonaws.com") };

describe("PermissionsBoundary", () => {
  it("is on every role and user, however deep, and leaves one's own alone", () => {
    const own = "arn:aws:iam::111111111111:policy/narrower";
    const template = synthesize((stack) => {
      Aspects.of(stack).add(new PermissionsBoundary(boundary));
      new IamRole(stack, "role", trust);
      new IamRole(new Construct(new Construct(stack, "a"), "b"), "deep", trust).overrideLogicalId("deep");
      new IamRole(stack, "narrow", { ...trust, permissionsBoundary: own });
      new IamUser(stack, "user", { name: "user" });
      new SqsQueue(stack, "queue", {});
    });
    for (const at of ["aws_iam_role.role", "aws_iam_role.deep", "aws_iam_user.user"]) {
      expect(template).toHaveResourceAt(at, { permissions_boundary: boundary });
    }
    expect(template).toHaveResourceAt("aws_iam_role.narrow", { permissions_boundary: own });
    expect(template.resource("aws_sqs_queue")).not.toHaveProperty("permissions_boundary");
  });
});

describe("serviceTrust", () => {
  it("lets one service assume the role, under the condition given", () => {
    const condition = { StringEquals: { "aws:SourceAccount": "111111111111" } };
    expect(JSON.parse(serviceTrust("vpc-flow-logs.amazonaws.com", condition))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ServiceAssumes",
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: ["sts:AssumeRole"],
          Condition: condition,
        },
      ],
    });
    expect(JSON.parse(serviceTrust("ec2.amazonaws.com"))).not.toHaveProperty("Statement.0.Condition");
  });
});

describe("policyDocument", () => {
  it("keeps the statements' order, so that a plan shows none that did not change", () => {
    const statement = { Effect: "Allow", Action: ["s3:GetObject"], Resource: "*" } as const;
    const document = policyDocument({ Sid: "B", ...statement }, { Sid: "A", ...statement });
    expect(JSON.parse(document).Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(["B", "A"]);
  });
});
