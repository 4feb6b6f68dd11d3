import { logArchive, type NamedLogArchive } from "@groundplan/core";
import type { Estate } from "../environments/load.js";
import type { Account } from "../environments/schema.js";

type WithArchive = Pick<Estate, "project" | "accounts" | "logArchive">;

/** The archive that takes the logs of an account and of its environments: by its names, since no state is read across accounts. */
export function archiveOf({ project, accounts, logArchive: keeper }: WithArchive, account: Account): NamedLogArchive | undefined {
  const home = accounts[keeper ?? ""];
  // an account that the emulator plays alone has nothing to do with those of AWS
  if (home === undefined || account.emulatorOnly) return undefined;
  return logArchive({ project, accountId: home.id, region: home.region });
}

/** The region that the archive's buckets are in. */
export function archiveRegion({ accounts, logArchive: keeper }: WithArchive): string | undefined {
  return accounts[keeper ?? ""]?.region;
}
