import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
import type { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface/index.js";
import { address, awsName, type PolicyStatement, policyDocument, serviceTrust } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";

/** The profile of the NAT instances: they take their interfaces, and Session Manager reaches them. */
export function makeNatProfile(blueprint: Blueprint, interfaces: readonly NetworkInterface[]): IamInstanceProfile {
  const { module, config } = blueprint;
  const name = awsName("aws_iam_role", config.name, config.region, "nat");
  const role = address(new IamRole(module, "nat-role", { name, assumeRolePolicy: serviceTrust("ec2.amazonaws.com") }), module, "nat");
  const profile = address(new IamInstanceProfile(module, "nat-profile", { name, role: role.name }), module, "nat");
  address(
    new IamRolePolicy(module, "nat-policy", {
      name: "attach-network-interfaces",
      role: role.name,
      policy: policyDocument(...attachStatements(blueprint, { interfaces, profileName: name })),
    }),
    module,
    "nat",
  );
  address(
    new IamRolePolicyAttachment(module, "nat-session-manager", {
      role: role.name,
      policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    }),
    module,
    "nat",
  );
  return profile;
}

/** What the attaching of an interface is about: which interface, and which instance. */
interface Attachment {
  readonly interfaces: readonly NetworkInterface[];
  readonly profileName: string;
}

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
function attachStatements({ config }: Blueprint, { interfaces, profileName }: Attachment): PolicyStatement[] {
  const { region, accountId } = config;
  const ec2 = `arn:aws:ec2:${region}:${accountId}`;
  const Action = ["ec2:AttachNetworkInterface"];
  return [
    { Sid: "TakesItsInterface", Effect: "Allow", Action, Resource: interfaces.map(({ id }) => `${ec2}:network-interface/${id}`) },
    {
      Sid: "AttachesToNatInstances",
      Effect: "Allow",
      Action,
      // an instance's id is not known before it starts
      Resource: `${ec2}:instance/*`,
      Condition: { ArnEquals: { "ec2:InstanceProfile": `arn:aws:iam::${accountId}:instance-profile/${profileName}` } },
    },
  ];
}
