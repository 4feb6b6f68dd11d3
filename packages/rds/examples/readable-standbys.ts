import { Database } from "@groundplan/rds";
import type { TerraformStack } from "cdktf";
import { alarmTopic, encryptionKey, network, place } from "./surroundings.js";

/** MySQL as a Multi-AZ DB cluster: two standbys that can be read, and take over in half a minute. */
export function bookings(stack: TerraformStack): Database {
  return new Database(stack, "bookings", {
    ...place,
    name: "shop-prod-bookings",
    engine: "mysql",
    version: "8.4",
    availability: "readableStandbys",
    size: "db.m6gd.large",
    storage: { type: "io2", gib: 200, iops: 6000 },
    proxy: { users: ["bookings"] },
    network,
    encryptionKey,
    logsKey: encryptionKey,
    alarmTopic,
  });
}
