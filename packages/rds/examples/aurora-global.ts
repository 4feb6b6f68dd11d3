import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Database } from "@groundplan/rds";
import type { TerraformStack } from "cdktf";
import { alarmTopic, network, place, replicaNetwork } from "./surroundings.js";

/** Aurora MySQL with a copy in a second region, less than a second behind. */
export function orders(stack: TerraformStack): Database {
  return new Database(stack, "orders", {
    ...place,
    name: "shop-prod-orders",
    engine: "aurora-mysql",
    version: "8.0.mysql_aurora.3.10.0",
    size: "db.r7g.large",
    storage: { type: "aurora-iopt1" },
    master: { secret: "writeOnly" },
    globalCluster: { instances: 1 },
    secondRegion: "eu-central-1",
    backupPlan: { lock: "off" },
    network,
    alarmTopic,
    replicaProvider: new AwsProvider(stack, "frankfurt", { region: "eu-central-1", alias: "frankfurt" }),
    replicaNetwork,
  });
}
