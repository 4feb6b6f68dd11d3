import { AccountBaseline, RegionBaseline } from "@groundplan/account-baseline";
import { type AccountBaselineContract, awsName, logArchive, type RegionBaselineContract } from "@groundplan/core";
import type { Baseline } from "../environments/baseline/baseline.js";
import type { Estate } from "../environments/load.js";
import type { Account } from "../environments/schema.js";
import type { EstateStack } from "./estate-stack.js";
import { archiveOf } from "./log-archive.js";

/** What the stacks of an account's baseline are made from. */
export interface AccountStack {
  readonly estate: Estate;
  readonly account: Account;
  readonly baseline: Baseline;
}

/** What the account has once, and what its home region has. */
export function accountStack(stack: EstateStack<AccountBaselineContract>, setting: AccountStack): void {
  const { account } = setting;
  const made = new AccountBaseline(stack, "baseline", {
    ...accountData(setting),
    logArchive: wiredArchive(setting),
    ...(keepsForAll(setting) && account.region !== "us-east-1" ? { edgeProvider: stack.edgeProvider() } : {}),
  });

  stack.publish({
    boundaryArn: made.boundary.arn,
    roleArns: Object.fromEntries([...made.roles].map(([name, { arn }]) => [name, arn])),
    logBucketName: made.archive.logs.bucketName,
  });
}

/** What a further region of it has. */
export function regionStack(stack: EstateStack<RegionBaselineContract>, setting: AccountStack): void {
  const { region } = stack.facts;
  const data = setting.baseline.regions[region];
  if (data === undefined) throw new Error(`"${setting.account.name}" has no baseline in ${region}, and a stack of it is made`);
  const archive = wiredArchive(setting);
  new RegionBaseline(stack, "baseline", { ...data, logArchive: archive });

  stack.publish({ logBucketName: (archive ?? ownArchive(setting)).bucketName });
}

/** The security account's own archive is no other's. */
function wiredArchive(setting: AccountStack) {
  return keepsForAll(setting) ? undefined : archiveOf(setting.estate, setting.account);
}

function ownArchive({ estate, account }: AccountStack) {
  return logArchive({ project: estate.project, accountId: account.id, region: account.region });
}

function keepsForAll({ estate, account }: AccountStack): boolean {
  return estate.logArchive === account.name;
}

/** The sites' buckets are known by their names. */
function accountData({ estate, account, baseline }: AccountStack): Baseline["account"] {
  const { audit } = baseline.account;
  if (!baseline.watchesSites || audit.trail.dataEvents === undefined) return baseline.account;
  const { dataEvents, ...trail } = audit.trail;
  const buckets = siteBucketArns(estate, account);
  const watched = buckets.length === 0 ? {} : { dataEvents: { ...dataEvents, buckets } };
  return { ...baseline.account, audit: { ...audit, trail: { ...trail, ...watched } } };
}

function siteBucketArns({ project, environments }: Estate, account: Account): string[] {
  return Object.values(environments)
    .filter((environment) => environment.account.name === account.name)
    .flatMap(({ name, region, sites }) =>
      Object.entries(sites).map(
        ([site, { bucketName = awsName("aws_s3_bucket", `${project}-${name}-${site}`, account.id, region) }]) =>
          `arn:aws:s3:::${bucketName}`,
      ),
    );
}
