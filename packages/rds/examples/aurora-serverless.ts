import { Database } from "@groundplan/rds";
import type { TerraformStack } from "cdktf";
import { alarmTopic, network, place } from "./surroundings.js";

/** Aurora that grows and shrinks with its load, and pauses at night without one. */
export function catalogue(stack: TerraformStack): Database {
  return new Database(stack, "catalogue", {
    ...place,
    name: "shop-dev-catalogue",
    engine: "aurora-postgresql",
    version: "17.4",
    availability: "single",
    size: { minAcu: 0, maxAcu: 4, pauseAfterSeconds: 600 },
    replicas: { search: { size: "db.r7g.large" } },
    backups: { retentionDays: 7, keepAfterDestroy: false },
    schedule: { stop: "cron(0 20 ? * MON-FRI *)", start: "cron(0 7 ? * MON-FRI *)", timezone: "Europe/Berlin" },
    protect: false,
    network,
    alarmTopic,
  });
}
