import { z } from "zod";
import { accountArchive, regionArchive } from "../archive/schema.js";
import { accountAudit, regionAudit } from "../audit/schema.js";
import { keyFields } from "../keys/schema.js";
import { accountMoney } from "../money/schema.js";
import { contactFields } from "./contacts.js";
import { accountDefaults, regionDefaults } from "./defaults.js";
import { accountExisting, regionExisting } from "./existing.js";
import { identityFields } from "./identity.js";
import { placeFields } from "./place.js";

/** An account's data, each field for itself; `config.ts` adds what holds between them. */
export const accountData = z.strictObject({
  ...placeFields,
  ...identityFields,
  ...contactFields,
  ...accountDefaults,
  ...accountAudit,
  ...accountArchive,
  ...accountMoney,
  ...keyFields,
  ...accountExisting,
});

export type AccountBaselineConfig = z.output<typeof accountData>;

/** A further region's data. */
export const regionData = z.strictObject({
  ...placeFields,
  ...regionDefaults,
  ...regionAudit,
  ...regionArchive,
  ...keyFields,
  ...regionExisting,
});

export type RegionBaselineConfig = z.output<typeof regionData>;
