import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault/index.js";
import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration/index.js";
import { address, awsName } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { providerArgument, type Region } from "./place.js";
import type { VaultLock } from "./schema/backups.js";

/** A vault for recovery points, locked, in a region. */
export function makeVault({ module, config }: Blueprint, region: Region, lock: VaultLock | "off"): BackupVault {
  const { suffix, provider, keyArn } = region;
  const vault = address(
    new BackupVault(module, ["vault", ...suffix].join("-"), {
      name: awsName("aws_backup_vault", config.name, ...suffix),
      kmsKeyArn: keyArn,
      // AWS deletes no vault that holds something
      forceDestroy: !config.protect,
      lifecycle: { preventDestroy: config.protect },
      ...providerArgument(provider),
    }),
    module,
    ...suffix,
  );
  if (lock !== "off") lockVault({ module, vault, region }, lock);
  return vault;
}

interface LockedVault {
  readonly module: Blueprint["module"];
  readonly vault: BackupVault;
  readonly region: Region;
}

// Without days to think it over the lock is governance's, which whoever may change it can take away.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
function lockVault({ module, vault, region: { suffix, provider } }: LockedVault, lock: VaultLock): void {
  const { minDays, maxDays } = lock;
  address(
    new BackupVaultLockConfiguration(module, ["vault-lock", ...suffix].join("-"), {
      backupVaultName: vault.name,
      minRetentionDays: minDays,
      ...(maxDays === undefined ? {} : { maxRetentionDays: maxDays }),
      ...(lock.mode === "compliance" ? { changeableForDays: lock.changeableForDays } : {}),
      ...providerArgument(provider),
    }),
    module,
    ...suffix,
  );
}
