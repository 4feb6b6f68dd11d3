import { type CentralPurpose, centralKeyAlias, centralKeyAliasArn, type EncryptionKey } from "@groundplan/core";
import { CentralKey, KmsKey } from "@groundplan/kms-key";
import type { BaselineWiring, RegionBlueprint } from "../blueprint.js";

/** The security account's keys, by what they are for. */
export type CentralKeys = Readonly<Record<CentralPurpose, EncryptionKey>>;

/** What is wired goes before what is central. */
export function wiredTo<Wiring extends BaselineWiring>(wiring: Wiring, keys: CentralKeys | undefined): Wiring {
  return keys === undefined ? wiring : { ...wiring, volumesKey: wiring.volumesKey ?? keys.data, logsKey: wiring.logsKey ?? keys.logs };
}

/** Keys of the region that are one for all accounts: made in the security account, found by their aliases in the others. */
export function findCentralKeys({ module, config }: RegionBlueprint): CentralKeys | undefined {
  const { keys, accountKind, name, region, accountId, securityAccountId, estateAccountIds, protect } = config;
  if (keys === "account") return undefined;
  const sharedWith = estateAccountIds.filter((id) => id !== accountId);
  const key = (purpose: CentralPurpose): EncryptionKey => {
    const id = `central-${purpose}-key`;
    const place = { project: name, accountId: securityAccountId, region };
    if (accountKind !== "security") return new CentralKey(module, id, { aliasArn: centralKeyAliasArn(place, purpose) });
    return new KmsKey(module, id, { purpose, alias: centralKeyAlias(name, purpose), accountId, region, sharedWith, protect });
  };
  return { alerts: key("alerts"), data: key("data"), logs: key("logs"), secrets: key("secrets") };
}
