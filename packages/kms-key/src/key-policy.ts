import type { PolicyStatement } from "@groundplan/core";
import type { KmsKeyConfig } from "./config.js";
import { administration, thisKey, use } from "./key-actions.js";
import {
  auditServicesWrite,
  autoScalingAttaches,
  cloudFrontReads,
  type KeyHome,
  logGroupsUse,
  publishersEncrypt,
} from "./service-statements.js";

/** The statements of a key's policy: the account's IAM says who administers and who uses, the purpose which services do. */
export function keyPolicy({ purpose, ...home }: KeyHome & Pick<KmsKeyConfig, "purpose">): PolicyStatement[] {
  return [accountAdministers(home), accountUses(home), ...statementsOf[purpose](home)];
}

const statementsOf: Record<KmsKeyConfig["purpose"], (home: KeyHome) => PolicyStatement[]> = {
  alerts: (home) => [publishersEncrypt(home)],
  audit: (home) => auditServicesWrite(home),
  data: (home) => [servicesHoldGrants(home)],
  logs: (home) => [logGroupsUse(home)],
  secrets: (home) => [servicesHoldGrants(home)],
  site: (home) => [cloudFrontReads(home)],
  state: (home) => [servicesHoldGrants(home)],
  volumes: (home) => [servicesHoldGrants(home), ...autoScalingAttaches(home)],
};

// A key whose policy names no administrator is lost for good.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
function accountAdministers({ accountId }: KeyHome): PolicyStatement {
  return { Sid: "AccountAdministers", Effect: "Allow", Principal: account(accountId), Action: administration, Resource: thisKey };
}

function accountUses({ accountId }: KeyHome): PolicyStatement {
  return { Sid: "AccountUses", Effect: "Allow", Principal: account(accountId), Action: use, Resource: thisKey };
}

// RDS, EBS, ECR, DynamoDB and Secrets Manager hold a grant for as long as the resource lives.
// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
function servicesHoldGrants({ accountId }: KeyHome): PolicyStatement {
  return {
    Sid: "ServicesHoldGrants",
    Effect: "Allow",
    Principal: account(accountId),
    Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
    Resource: thisKey,
    Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
  };
}

const account = (accountId: string) => ({ AWS: `arn:aws:iam::${accountId}:root` });
