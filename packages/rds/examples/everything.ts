import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Database } from "@groundplan/rds";
import type { TerraformStack } from "cdktf";
import { alarmTopic, encryptionKey, network, place, replicaNetwork } from "./surroundings.js";

/** An instance with replicas in two regions, a proxy and a locked vault: everything set, as far as it goes together. */
export function ledger(stack: TerraformStack): Database {
  return new Database(stack, "ledger", {
    ...place,
    name: "shop-prod-ledger",
    engine: "postgres",
    version: "17.6",
    databaseName: "ledger",
    port: 5433,
    availability: "standby",
    size: "db.m7g.xlarge",
    storage: { type: "gp3", gib: 500, maxGib: 2000, iops: 16_000, throughputMibps: 1000 },
    // AWS refuses replicas beside a secret that it manages
    master: { secret: "writeOnly", userName: "ledger_admin", passwordVersion: 2 },
    replicas: {
      reports: { size: "db.r7g.xlarge" },
      frankfurt: { inSecondRegion: true, multiAz: true, protect: true },
    },
    secondRegion: "eu-central-1",
    proxy: { users: ["api", "worker"], maxConnectionsPercent: 80 },
    parameters: {
      log_min_duration_statement: "1000",
      shared_preload_libraries: "pg_stat_statements,auto_explain",
      work_mem: { value: "65536", apply: "immediately" },
    },
    caCertificate: "rds-ca-ecc384-g1",
    backups: { retentionDays: 35, window: "22:00-23:00", inSecondRegionDays: 14 },
    backupPlan: { keepDays: 365, lock: { mode: "governance", minDays: 30, maxDays: 3650 }, copyDays: 90 },
    maintenanceWindow: "sun:02:00-sun:03:00",
    upgrades: { minorAutomatic: false },
    insights: "advanced",
    enhancedMonitoringSeconds: 15,
    alarms: { cpuPercent: 80, connections: 400, readLatencyMs: { anomalyBand: 3 }, burstBalancePercent: "off" },
    network,
    encryptionKey,
    secretsKey: encryptionKey,
    logsKey: encryptionKey,
    alarmTopic,
    replicaProvider: new AwsProvider(stack, "frankfurt", { region: "eu-central-1", alias: "frankfurt" }),
    replicaNetwork,
    replicaKey: { keyArn: "arn:aws:kms:eu-central-1:111111111111:key/22222222-2222-2222-2222-222222222222" },
    replicaAlarmTopic: { topicArn: "arn:aws:sns:eu-central-1:111111111111:shop-prod-alerts" },
    overrides: { instance: { dedicatedLogVolume: true } },
  });
}
