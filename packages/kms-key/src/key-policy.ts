import type { PolicyStatement } from "@groundplan/core";
import type { KmsKeyConfig } from "./config.js";
import { administration, thisKey, use } from "./key-actions.js";
import {
  auditServicesWrite,
  autoScalingAttaches,
  cloudFrontReads,
  type KeyHome,
  logGroupsUse,
  ofEach,
  publishersEncrypt,
} from "./service-statements.js";

/** The statements of a key's policy: the account's IAM says who administers and who uses, the purpose which services do. */
export function keyPolicy({ purpose, ...home }: KeyHome & Pick<KmsKeyConfig, "purpose">): PolicyStatement[] {
  const others = home.sharedWith.length === 0 ? [] : [purpose === "audit" ? othersFind(home) : othersUse(home)];
  return [accountAdministers(home), accountUses(home), ...others, ...statementsOf[purpose](home)];
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

// Whose IAM allows it there; here alone, it would let nobody in.
// https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
function othersUse({ sharedWith }: KeyHome): PolicyStatement {
  return { Sid: "OthersUse", Effect: "Allow", Principal: accounts(sharedWith), Action: use, Resource: thisKey };
}

// Whoever makes a trail finds the key by its alias. What is audited is not theirs to read.
function othersFind({ sharedWith }: KeyHome): PolicyStatement {
  return { Sid: "OthersFind", Effect: "Allow", Principal: accounts(sharedWith), Action: ["kms:DescribeKey"], Resource: thisKey };
}

// RDS, EBS, ECR, DynamoDB and Secrets Manager hold a grant for as long as the resource lives.
// https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
function servicesHoldGrants(home: KeyHome): PolicyStatement {
  return {
    Sid: "ServicesHoldGrants",
    Effect: "Allow",
    Principal: accounts([home.accountId, ...home.sharedWith]),
    Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
    Resource: thisKey,
    Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
  };
}

const account = (accountId: string) => accounts([accountId]);

const accounts = (accountIds: readonly string[]) => ({ AWS: ofEach(accountIds, (accountId) => `arn:aws:iam::${accountId}:root`) });
