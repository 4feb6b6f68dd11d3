import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { synthesize, type Template } from "@groundplan/testing";
import { TerraformOutput } from "cdktf";
import { describe, expect, it } from "vitest";
import { alarmTopic, encryptionKey, network, place, replicaNetwork } from "../examples/surroundings.js";
import { Database, type DatabaseProps } from "../src/index.js";

const replicaKey = { keyArn: "arn:aws:kms:eu-central-1:111111111111:key/22222222-2222-2222-2222-222222222222" };
const replicaAlarmTopic = { topicArn: "arn:aws:sns:eu-central-1:111111111111:shop-prod-alerts" };

function inTwoRegions(props: Partial<DatabaseProps>): Template {
  return synthesize((stack) => {
    new Database(stack, "main", {
      ...place,
      name: "shop-prod-main",
      engine: "postgres",
      version: "17",
      secondRegion: "eu-central-1",
      master: { secret: "writeOnly" },
      network,
      encryptionKey,
      logsKey: encryptionKey,
      alarmTopic,
      replicaProvider: new AwsProvider(stack, "frankfurt", { region: "eu-central-1", alias: "frankfurt" }),
      replicaNetwork,
      replicaKey,
      replicaAlarmTopic,
      ...props,
    });
  });
}

const there = { provider: "aws.frankfurt" };

describe("a replica", () => {
  it("at home is a copy of the identifier, of its own size, with its own alarms", () => {
    const template = inTwoRegions({ secondRegion: undefined, replicas: { reports: { size: "db.r7g.large" } } });
    expect(template).toHaveResourceAt("aws_db_instance.main_reports", {
      identifier: "shop-prod-main-reports",
      replicate_source_db: "${aws_db_instance.main.identifier}",
      instance_class: "db.r7g.large",
      vpc_security_group_ids: ["${aws_security_group.main.id}"],
      skip_final_snapshot: true,
      deletion_protection: false,
    });
    expect(template).toHaveResourceAt("aws_cloudwatch_metric_alarm.main_reports_replica_lag", {
      metric_name: "ReplicaLag",
      dimensions: { DBInstanceIdentifier: "shop-prod-main-reports" },
      threshold: 30,
    });
  });

  it("has its source's kind of storage, and takes over its size", () => {
    const storage = { type: "io2", gib: 200, iops: 6000 } as const;
    const replica = inTwoRegions({ secondRegion: undefined, storage, replicas: { reports: {} } }).resource(
      "aws_db_instance",
      "main_reports",
    );
    expect(replica).toMatchObject({ storage_type: "io2", iops: 6000, max_allocated_storage: 1000 });
    expect(replica).not.toHaveProperty("allocated_storage");
  });

  it("in the second region is a copy of the ARN, with a key, subnets, a group, parameters and alarms of that region", () => {
    const template = inTwoRegions({ replicas: { far: { inSecondRegion: true } } });
    expect(template).toHaveResourceAt("aws_db_instance.main_far", {
      ...there,
      replicate_source_db: "${aws_db_instance.main.arn}",
      kms_key_id: replicaKey.keyArn,
      db_subnet_group_name: "${aws_db_subnet_group.main_second.name}",
      vpc_security_group_ids: ["${aws_security_group.main_second.id}"],
      parameter_group_name: "${aws_db_parameter_group.main_second.name}",
    });
    expect(template).toHaveResourceAt("aws_db_subnet_group.main_second", { ...there, subnet_ids: replicaNetwork.isolatedSubnetIds });
    expect(template).toHaveResourceAt("aws_security_group.main_second", { ...there, vpc_id: replicaNetwork.vpcId });
    expect(template).toHaveResourceAt("aws_db_parameter_group.main_second", there);
    expect(template).toHaveResourceAt("aws_cloudwatch_metric_alarm.main_far_replica_lag", {
      ...there,
      alarm_actions: [replicaAlarmTopic.topicArn],
    });
  });

  it("is read from, where there is one at home", () => {
    const readers = (replicas: DatabaseProps["replicas"]) =>
      synthesize((stack) => {
        const data = { ...place, name: "shop-prod-main", engine: "postgres", version: "17", master: { secret: "writeOnly" } } as const;
        const { readerEndpoint } = new Database(stack, "main", { ...data, replicas, network, encryptionKey });
        new TerraformOutput(stack, "reader", { value: readerEndpoint, staticId: true });
      }).outputs["reader"]?.["value"];
    expect(readers({})).toBe("${aws_db_instance.main.address}");
    expect(readers({ reports: {} })).toBe("${aws_db_instance.main_reports.address}");
  });
});

describe("backups", () => {
  it("are kept in the second region by RDS, and nothing else is made there", () => {
    const template = inTwoRegions({ backups: { inSecondRegionDays: 14 }, replicaNetwork: undefined });
    expect(template).toHaveResourceAt("aws_db_instance_automated_backups_replication.main", {
      ...there,
      source_db_instance_arn: "${aws_db_instance.main.arn}",
      kms_key_id: replicaKey.keyArn,
      retention_period: 14,
    });
    expect(template.resources("aws_db_subnet_group")).not.toHaveProperty("main_second");
  });

  it("go to a locked vault, and as copies to one in the second region", () => {
    const template = inTwoRegions({ backupPlan: { keepDays: 365, lock: { mode: "governance", minDays: 30 }, copyDays: 90 } });
    expect(template).toHaveResourceAt("aws_backup_plan.main", {
      rule: [
        {
          rule_name: "regular",
          target_vault_name: "${aws_backup_vault.main.name}",
          schedule: "cron(0 5 * * ? *)",
          lifecycle: { delete_after: 365 },
          copy_action: [{ destination_vault_arn: "${aws_backup_vault.main_second.arn}", lifecycle: { delete_after: 90 } }],
        },
      ],
    });
    expect(template).toHaveResourceAt("aws_backup_selection.main", { resources: ["${aws_db_instance.main.arn}"] });
    expect(template).toHaveResourceAt("aws_backup_vault.main_second", { ...there, kms_key_arn: replicaKey.keyArn });
    for (const name of ["main", "main_second"]) {
      const lock = template.resource("aws_backup_vault_lock_configuration", name);
      expect(lock).toMatchObject({ min_retention_days: 30 });
      // with days to think it over, nobody could take it away
      expect(lock).not.toHaveProperty("changeable_for_days");
    }
  });

  it("are locked for good where that was acknowledged alone", () => {
    const acknowledge = "the auditors of 2030 asked for it";
    const lock = { mode: "compliance", minDays: 30, maxDays: 400, changeableForDays: 7, acknowledge } as const;
    const template = inTwoRegions({ secondRegion: undefined, backupPlan: { lock } });
    expect(template).toHaveResourceAt("aws_backup_vault_lock_configuration.main", { changeable_for_days: 7, max_retention_days: 400 });
  });
});

describe("a global cluster", () => {
  const template = inTwoRegions({
    engine: "aurora-mysql",
    version: "8.0.mysql_aurora.3.10.0",
    size: "db.r7g.large",
    globalCluster: { instances: 2 },
  });

  it("has a half in each region, of which the second has no master of its own", () => {
    expect(template).toHaveResourceAt("aws_rds_cluster.main", { global_cluster_identifier: "${aws_rds_global_cluster.main.id}" });
    const second = template.resource("aws_rds_cluster", "main_second");
    expect(second).toMatchObject({
      ...there,
      global_cluster_identifier: "${aws_rds_global_cluster.main.id}",
      kms_key_id: replicaKey.keyArn,
      skip_final_snapshot: true,
      depends_on: ["aws_rds_cluster_instance.main_1", "aws_rds_cluster_instance.main_2"],
    });
    expect(Object.keys(second).filter((key) => key.startsWith("master"))).toEqual([]);
    expect(template).toHaveResourceAt("aws_rds_cluster_instance.main_second_2", there);
  });

  it("upgrades its halves itself", () => {
    for (const name of ["main", "main_second"]) {
      expect(template.resource("aws_rds_cluster", name)["lifecycle"]).toMatchObject({
        ignore_changes: expect.arrayContaining(["engine_version"]),
      });
    }
  });
});

describe("a second region", () => {
  it("needs its provider, and its network for what stands in one", () => {
    expect(() => inTwoRegions({ backups: { inSecondRegionDays: 7 }, replicaProvider: undefined })).toThrow(
      '"replicaProvider" is missing; "backups.inSecondRegionDays" stands in eu-central-1: give a provider there',
    );
    expect(() => inTwoRegions({ replicas: { far: { inSecondRegion: true } }, replicaNetwork: undefined })).toThrow(
      '"replicaNetwork" is missing; give the isolated subnets in eu-central-1',
    );
  });

  it("has a key of its own where none is given", () => {
    const template = inTwoRegions({ backups: { inSecondRegionDays: 7 }, replicaKey: undefined });
    expect(template).toHaveResourceAt("aws_kms_key.main_second_data", there);
  });
});
