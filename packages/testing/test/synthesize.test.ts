import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { policyDocument, serviceTrust } from "@groundplan/core";
import { Fn, TerraformOutput, TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { synthesize, synthesizeStack } from "../src/index.js";

function smallNetwork(stack: TerraformStack): void {
  const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
  new Subnet(stack, "subnet-b", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24" });
  new Subnet(stack, "subnet-a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
  new TerraformOutput(stack, "vpc_id", { value: vpc.id, staticId: true });
}

function trust(stack: TerraformStack): void {
  new DataAwsIamPolicyDocument(stack, "trust", {
    statement: [
      {
        actions: ["sts:AssumeRole"],
        principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }],
        condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["111111111111"] }],
      },
    ],
  });
}

describe("synthesize", () => {
  it("gives what the constructs synthesize to, parsed", () => {
    const template = synthesize(smallNetwork);
    expect(template.resource("aws_vpc")).toEqual({ cidr_block: "10.0.0.0/16" });
    expect(template.addresses).toEqual(["aws_subnet.subnet-a", "aws_subnet.subnet-b", "aws_vpc.vpc"]);
    expect(template.outputs).toEqual({ vpc_id: { value: "${aws_vpc.vpc.id}" } });
  });

  it("makes the providers that nobody made, at the version that the resources were generated for", () => {
    const template = synthesize(smallNetwork);
    expect(template.providers("aws")).toEqual([{ region: "eu-west-1" }]);
    expect(template.json.terraform?.["required_providers"]).toEqual({ aws: { source: "aws", version: expect.stringMatching(/^\d+\./) } });
  });

  it("leaves a provider alone that the build made", () => {
    const template = synthesize((stack) => {
      new AwsProvider(stack, "aws", { region: "eu-north-1" });
      smallNetwork(stack);
    });
    expect(template.providers("aws")).toEqual([{ region: "eu-north-1" }]);
  });

  it("makes the default provider beside those with an alias", () => {
    const template = synthesize((stack) => {
      new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" });
      smallNetwork(stack);
    });
    expect(template.providers("aws")).toEqual([{ region: "us-east-1", alias: "edge" }, { region: "eu-west-1" }]);
  });

  it("runs the validations", () => {
    const build = (stack: TerraformStack) => stack.node.addValidation({ validate: () => ["the network has no subnet"] });
    expect(() => synthesize(build)).toThrow("the network has no subnet");
  });

  it("leaves nothing behind in the temporary folder, not when it fails either", () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`groundplan-synth-${process.pid}-`));
    const before = left();
    synthesize(smallNetwork);
    expect(() => synthesize(() => expect.unreachable("a build that fails"))).toThrow("a build that fails");
    expect(left()).toEqual(before);
  });

  it("keeps the notes that a stack was given, and drops cdktf's own in the blocks", () => {
    const { json } = synthesize((stack) => {
      smallNetwork(stack);
      stack.addOverride("//.groundplan", { layer: "network" });
    });
    expect(json["//"]).toMatchObject({ groundplan: { layer: "network" } });
    expect(JSON.stringify(json["resource"])).not.toContain("//");
  });
});

describe("synthesizeStack", () => {
  it("gives a stack of one's own as it is", () => {
    class Shop extends TerraformStack {}
    const template = synthesizeStack((app) => {
      const shop = new Shop(app, "shop");
      new AwsProvider(shop, "aws", { region: "eu-north-1" });
      smallNetwork(shop);
      return shop;
    });
    expect(template.resource("aws_vpc")).toEqual({ cidr_block: "10.0.0.0/16" });
    expect(template.providers("aws")).toEqual([{ region: "eu-north-1" }]);
  });

  it("adds nothing to it, not a provider either", () => {
    const make = () =>
      synthesizeStack((app) => {
        const shop = new TerraformStack(app, "shop");
        smallNetwork(shop);
        return shop;
      });
    expect(make).toThrow("Found resources without a matching provider construct");
  });
});

describe("a template", () => {
  it("names what there is, where a resource is asked for that is not there", () => {
    const template = synthesize(smallNetwork);
    expect(() => template.resource("aws_eip")).toThrow(
      'there is no resource "aws_eip"; there is aws_subnet.subnet-a, aws_subnet.subnet-b, aws_vpc.vpc',
    );
    expect(() => template.resource("aws_subnet")).toThrow('there are 2 of "aws_subnet": "subnet-a", "subnet-b"; name one of them');
    expect(() => template.resource("aws_vpc", "main")).toThrow('there is no "aws_vpc" named "main"; there is "vpc"');
  });

  it("tells data sources from resources", () => {
    const template = synthesize(trust);
    expect(template.addresses).toEqual(["data.aws_iam_policy_document.trust"]);
    expect(template.at("data.aws_iam_policy_document.trust")).toBe(template.dataSource("aws_iam_policy_document"));
    expect(template.at("aws_iam_policy_document.trust")).toBeUndefined();
  });
});

describe("IAM statements", () => {
  it("are found in every argument that holds a policy, nested ones too", () => {
    const read = { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], Resource: "*" } as const;
    const template = synthesize((stack) => {
      new IamRole(stack, "role", {
        assumeRolePolicy: serviceTrust("ecs-tasks.amazonaws.com"),
        inlinePolicy: [{ name: "read", policy: policyDocument(read) }],
      });
    });
    expect(template.iamStatements()).toEqual([
      { address: "aws_iam_role.role", attribute: "assume_role_policy", statement: expect.objectContaining({ Sid: "ServiceAssumes" }) },
      { address: "aws_iam_role.role", attribute: "inline_policy[0].policy", statement: read },
    ]);
  });

  it("are found where a document has one statement that is no list", () => {
    const template = synthesize((stack) => {
      new S3BucketPolicy(stack, "policy", { bucket: "logs", policy: '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}' });
    });
    expect(template.iamStatements().map(({ statement }) => statement.Effect)).toEqual(["Deny"]);
  });

  it("of a policy document data source read as AWS writes them", () => {
    expect(synthesize(trust).iamStatements()).toEqual([
      {
        address: "data.aws_iam_policy_document.trust",
        attribute: "statement[0]",
        statement: {
          Effect: "Allow",
          Action: ["sts:AssumeRole"],
          Principal: { Service: ["ecs-tasks.amazonaws.com"] },
          Condition: { StringEquals: { "aws:SourceAccount": ["111111111111"] } },
        },
      },
    ]);
  });

  it("are not passed over in silence where Terraform would write them", () => {
    const template = synthesize((stack) => {
      new S3BucketPolicy(stack, "policy", { bucket: "logs", policy: Fn.jsonencode({ Statement: [{ Effect: "Deny" }] }) });
    });
    expect(() => template.iamStatements()).toThrow('aws_s3_bucket_policy.policy: "policy" is made by Terraform\'s jsonencode');
  });
});
