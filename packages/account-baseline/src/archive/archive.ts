import { type LogBucket as LogBucketContract, logArchive } from "@groundplan/core";
import { CentralKey, KmsKey } from "@groundplan/kms-key";
import { LogBucket } from "@groundplan/log-bucket";
import type { AccountBlueprint, RegionBlueprint } from "../blueprint.js";
import { type SiteLogs, takeSiteLogs } from "./site-logs.js";

/** Where an account's logs go. */
export interface Archive {
  readonly logs: LogBucketContract;
  /** Takes trails alone, where it is another bucket than the archive. */
  readonly trails: LogBucketContract;
  /** Encrypts trails, and what Config delivers. */
  readonly keyArn: string;
  /** What sites of other accounts deliver to, where the archive is made here. */
  readonly siteLogs: SiteLogs;
}

/** The archive that is wired, mostly the security account's; else one of the account's own. */
export function findArchive(blueprint: AccountBlueprint): Archive {
  const { wiring } = blueprint;
  const logs = wiring.logArchive;
  if (logs === undefined) return makeArchive(blueprint);
  return {
    logs,
    trails: logs.trails === undefined ? logs : logs.trails,
    keyArn: findKey(blueprint, logs.keyAliasArn),
    siteLogs: new Map(),
  };
}

/** What a further region writes to: what is wired, or the account's own archive by its name. */
export function findRegionsArchive({ config, wiring }: RegionBlueprint): LogBucketContract {
  const { name, accountId, region } = config;
  return wiring.logArchive === undefined ? logArchive({ project: name, accountId, region }) : wiring.logArchive;
}

function makeArchive(blueprint: AccountBlueprint): Archive {
  const { module, config } = blueprint;
  const { name, accountId, region, archive, protect } = config;
  const { expireAfterDays, transitions } = archive;
  const { bucketName, trails } = logArchive({ project: name, accountId, region });
  const kept = { expireAfterDays, transitions, protect, undeletable: true, sourceAccountIds: [accountId, ...otherAccounts(config)] };
  const logs = new LogBucket(module, "archive", {
    ...kept,
    bucketName,
    writers: ["config", "load-balancers", "log-delivery", "s3-access-logs"],
  });
  const locked = new LogBucket(module, "trails", {
    ...kept,
    bucketName: trails.bucketName,
    writers: ["cloudtrail"],
    objectLock: archive.objectLock,
    accessLogBucket: logs,
  });
  const siteLogs = takeSiteLogs(blueprint, logs, otherAccounts(config));
  return { logs, trails: locked, keyArn: findKey(blueprint, undefined), siteLogs };
}

// CloudTrail takes no alias of another account, and answers with the key's ARN: it is looked up.
function findKey({ module, config, wiring }: AccountBlueprint, keyAliasArn: string | undefined): string {
  if (wiring.archiveKey !== undefined) return wiring.archiveKey.keyArn;
  if (keyAliasArn !== undefined) return new CentralKey(module, "archive-key", { aliasArn: keyAliasArn }).keyArn;
  const { name, accountId, region, protect } = config;
  const { keyAlias } = logArchive({ project: name, accountId, region });
  const place = { accountId, region, sharedWith: otherAccounts(config), protect };
  return new KmsKey(module, "archive-key", { purpose: "audit", alias: keyAlias, ...place }).keyArn;
}

function otherAccounts({ accountId, estateAccountIds }: AccountBlueprint["config"]): string[] {
  return estateAccountIds.filter((id) => id !== accountId);
}
