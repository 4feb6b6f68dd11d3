import { logArchive } from "@groundplan/core";
import { describe, expect, it } from "vitest";
import { archiveOfSites, securityAccount, workloadAccount } from "./accounts.js";
import { type AwsRequest, isAllowed } from "./simulation/evaluate.js";
import { administratorAccess, policyAt } from "./simulation/policies.js";

const estateAccountIds = ["111111111111", "222222222222", "444444444444"];
const archive = securityAccount({ estateAccountIds });
const wired = logArchive({ project: "shop", accountId: "222222222222", region: "eu-west-1" });
const trails = policyAt(archive, "aws_s3_bucket_policy.baseline_trails");
const logs = policyAt(archive, "aws_s3_bucket_policy.baseline_archive");
const key = policyAt(archive, "aws_kms_key.baseline_archive_key");

const trailsOf = (account: string): string => `arn:aws:s3:::shop-trails-222222222222/AWSLogs/${account}/CloudTrail/1.json.gz`;
const logsOf = (account: string, path: string): string => `arn:aws:s3:::shop-archive-222222222222/AWSLogs/${account}/${path}`;
const owned = { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SecureTransport": "true" };
const trailOf = (account: string) => ({ "aws:SourceArn": `arn:aws:cloudtrail:eu-west-1:${account}:trail/shop-trail` });

type Asked = Omit<AwsRequest, "accountId">;

const put = { action: "s3:PutObject" };
const admin = { principal: "arn:aws:iam::222222222222:role/shop-admin", identityPolicies: [administratorAccess] };
const keyArn = "arn:aws:kms:eu-west-1:222222222222:key/1";

function writeTrail(account: string): Asked {
  const principal = "cloudtrail.amazonaws.com";
  return { ...put, principal, resource: trailsOf(account), context: { ...owned, ...trailOf(account) }, resourcePolicy: trails };
}

function deliver(principal: string, account: string, path: string): Asked {
  const context = { ...owned, "aws:SourceAccount": account, "aws:SourceArn": `arn:aws:logs:eu-west-1:${account}:delivery-source:x` };
  return { ...put, principal, resource: logsOf(account, path), context, resourcePolicy: logs };
}

function remove(action: string, resource: string, resourcePolicy: AwsRequest["resourcePolicy"]): Asked {
  return {
    ...admin,
    action,
    resource,
    context: { "aws:SecureTransport": "true" },
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
  };
}

function useKey(principal: string, action: string, context: AwsRequest["context"] = {}): Asked {
  return { principal, action, resource: keyArn, context, resourcePolicy: key, identityPolicies: [administratorAccess] };
}

const requests: readonly (readonly [string, Asked, boolean])[] = [
  ["the trail of a workload account writes", writeTrail("444444444444"), true],
  ["the security account's own trail writes", writeTrail("222222222222"), true],
  ["a stranger's trail does not write", writeTrail("999999999999"), false],
  ["Config of a workload account delivers", deliver("config.amazonaws.com", "444444444444", "Config/1.json.gz"), true],
  ["Config of a stranger does not", deliver("config.amazonaws.com", "999999999999", "Config/1.json.gz"), false],
  ["flow logs of a workload account arrive", deliver("delivery.logs.amazonaws.com", "444444444444", "vpcflowlogs/1"), true],
  ["flow logs of a stranger do not", deliver("delivery.logs.amazonaws.com", "999999999999", "vpcflowlogs/1"), false],
  [
    "load balancers of a workload account write",
    deliver("logdelivery.elasticloadbalancing.amazonaws.com", "444444444444", "elasticloadbalancing/1"),
    true,
  ],
  [
    "load balancers of a stranger do not",
    deliver("logdelivery.elasticloadbalancing.amazonaws.com", "999999999999", "elasticloadbalancing/1"),
    false,
  ],
  ["an administrator deletes no trail", remove("s3:DeleteObject", trailsOf("444444444444"), trails), false],
  ["an administrator deletes no older version of one", remove("s3:DeleteObjectVersion", trailsOf("444444444444"), trails), false],
  ["an administrator deletes no log", remove("s3:DeleteObject", logsOf("444444444444", "Config/1.json.gz"), logs), false],
  ["an administrator reads one", remove("s3:GetObject", trailsOf("444444444444"), trails), true],
  ["a workload account's trail encrypts", useKey("cloudtrail.amazonaws.com", "kms:GenerateDataKey", trailOf("444444444444")), true],
  ["a stranger's trail does not", useKey("cloudtrail.amazonaws.com", "kms:GenerateDataKey", trailOf("999999999999")), false],
  ["a workload account finds the key", useKey("arn:aws:iam::444444444444:role/shop-apply", "kms:DescribeKey"), true],
  ["a workload account reads nothing by it", useKey("arn:aws:iam::444444444444:role/shop-admin", "kms:Decrypt"), false],
  ["the security account reads by it", useKey("arn:aws:iam::222222222222:role/shop-read-only", "kms:Decrypt"), true],
];

describe("the archive of an estate", () => {
  it.each(requests)("is one into which %s", async (_what, request, allowed) => {
    expect(await isAllowed({ ...request, accountId: "222222222222" })).toBe(allowed);
  });
});

describe("the destination of sites' logs", () => {
  const destination = wired.deliveryDestinationArns.json;
  const address = "aws_cloudwatch_log_delivery_destination_policy.baseline_site_logs_json";
  const resourcePolicy = policyAt(archiveOfSites(estateAccountIds), address, "delivery_destination_policy");
  it.each([
    ["a pipeline of a workload account", "444444444444", true],
    ["a pipeline of the management account", "111111111111", true],
    ["somebody of a stranger's account", "999999999999", false],
  ] as const)("lets %s deliver: %s, %s", async (_who, from, letIn) => {
    const asked = { principal: `arn:aws:iam::${from}:role/shop-apply`, identityPolicies: [administratorAccess], resourcePolicy };
    const create = { action: "logs:CreateDelivery", resource: destination, accountId: "222222222222", context: {} };
    expect(await isAllowed({ ...asked, ...create })).toBe(letIn);
    expect(await isAllowed({ ...asked, ...create, action: "logs:PutDeliveryDestinationPolicy" })).toBe(false);
  });
});

describe("the role by which a trail reaches CloudWatch Logs", () => {
  const trust = policyAt(workloadAccount(), "aws_iam_role.baseline_trail", "assume_role_policy");
  it.each([
    ["CloudTrail for this account", "cloudtrail.amazonaws.com", { "aws:SourceAccount": "444444444444" }, true],
    ["CloudTrail for another account", "cloudtrail.amazonaws.com", { "aws:SourceAccount": "999999999999" }, false],
    ["another service", "lambda.amazonaws.com", { "aws:SourceAccount": "444444444444" }, false],
    ["a user of the security account", "arn:aws:iam::222222222222:user/alice", {}, false],
  ] as const)("lets in %s, or not", async (_who, principal, context, letIn) => {
    const resource = "arn:aws:iam::444444444444:role/shop-trail";
    const identityPolicies = principal.startsWith("arn:") ? [administratorAccess] : [];
    const asked = {
      principal,
      context,
      resource,
      identityPolicies,
      action: "sts:AssumeRole",
      accountId: "444444444444",
      resourcePolicy: trust,
    };
    expect(await isAllowed(asked)).toBe(letIn);
  });
});
