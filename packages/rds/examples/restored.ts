import { Database } from "@groundplan/rds";
import type { TerraformStack } from "cdktf";
import { encryptionKey, network, place } from "./surroundings.js";

/** MariaDB as it was at a moment, beside the one that still runs. */
export function wiki(stack: TerraformStack): Database {
  return new Database(stack, "wiki", {
    ...place,
    name: "shop-dev-wiki-restored",
    engine: "mariadb",
    version: "11.8",
    availability: "single",
    size: "db.t4g.small",
    restore: { source: "shop-dev-wiki", time: "2030-01-31T07:00:00Z" },
    upgrades: { applyImmediately: true },
    protect: false,
    network,
    encryptionKey,
    logsKey: encryptionKey,
  });
}
