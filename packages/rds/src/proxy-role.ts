import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, awsName, policyDocument, serviceTrust } from "@groundplan/core";
import type { ITerraformDependable } from "cdktf";
import type { Blueprint } from "./blueprint.js";

/** What a proxy's role may read. */
export interface ProxySecrets {
  readonly secretArns: readonly string[];
  readonly keyArn: string;
}

/**
 * A role by which the proxy reads its users' secrets.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html
 */
export function makeProxyRole({ module, config }: Blueprint, { secretArns, keyArn }: ProxySecrets) {
  const { name, accountId, region } = config;
  const role = address(
    new IamRole(module, "proxy-role", {
      name: awsName("aws_iam_role", name, region, "proxy"),
      assumeRolePolicy: serviceTrust("rds.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:rds:${region}:${accountId}:db-proxy:*` },
      }),
    }),
    module,
    "proxy",
  );
  const policy = address(
    new IamRolePolicy(module, "proxy-policy", {
      name: "reads-secrets",
      role: role.name,
      policy: policyDocument(
        { Sid: "ReadsSecrets", Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: secretArns },
        {
          Sid: "DecryptsThem",
          Effect: "Allow",
          Action: ["kms:Decrypt"],
          Resource: keyArn,
          Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` } },
        },
      ),
    }),
    module,
    "proxy",
  );
  const policies: readonly ITerraformDependable[] = [policy];
  return { roleArn: role.arn, policies };
}
