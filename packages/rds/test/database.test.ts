import { describe, expect, it } from "vitest";
import { encryptionKey, network } from "../examples/surroundings.js";
import { databaseTemplate } from "./database-template.js";

const aurora = { engine: "aurora-postgresql", version: "16", size: "db.r7g.large" } as const;
const standbys = { availability: "readableStandbys", size: "db.m6gd.large" } as const;

describe("an instance", () => {
  const template = databaseTemplate();

  it("is private: in isolated subnets, with a group that nobody is let into", () => {
    expect(template).toHaveResourceAt("aws_db_instance.main", {
      publicly_accessible: false,
      db_subnet_group_name: "${aws_db_subnet_group.main.name}",
      vpc_security_group_ids: ["${aws_security_group.main.id}"],
    });
    expect(template).toHaveResourceAt("aws_db_subnet_group.main", { subnet_ids: network.isolatedSubnetIds });
    expect(template.resources("aws_vpc_security_group_ingress_rule")).toEqual({});
    expect(template.resources("aws_vpc_security_group_egress_rule")).toEqual({});
  });

  it("is encrypted, and its insights and secret with it", () => {
    expect(template).toHaveResourceAt("aws_db_instance.main", {
      storage_encrypted: true,
      kms_key_id: encryptionKey.keyArn,
      performance_insights_enabled: true,
      performance_insights_kms_key_id: encryptionKey.keyArn,
      performance_insights_retention_period: 7,
      database_insights_mode: "standard",
      master_user_secret_kms_key_id: encryptionKey.keyArn,
    });
  });

  it("has no password that anybody knows: AWS makes it and rotates it", () => {
    const instance = template.resource("aws_db_instance");
    expect(instance).toMatchObject({ manage_master_user_password: true, username: "dbadmin", iam_database_authentication_enabled: true });
    expect(Object.keys(instance).filter((key) => key.startsWith("password"))).toEqual([]);
    expect(template).toHaveResourceAt("aws_secretsmanager_secret_rotation.main_master", {
      secret_id: "${aws_db_instance.main.master_user_secret[0].secret_arn}",
      rotate_immediately: false,
      rotation_rules: { automatically_after_days: 7 },
    });
  });

  it("outlives an AZ, a mistake and its own end", () => {
    expect(template).toHaveResourceAt("aws_db_instance.main", {
      multi_az: true,
      backup_retention_period: 30,
      backup_window: "01:00-02:00",
      maintenance_window: "sun:03:00-sun:04:00",
      copy_tags_to_snapshot: true,
      delete_automated_backups: false,
      skip_final_snapshot: false,
      deletion_protection: true,
    });
    expect(template.resource("aws_db_instance")["lifecycle"]).toMatchObject({ prevent_destroy: true });
  });

  it("changes in its window, in place, and to no major version by itself", () => {
    expect(template).toHaveResourceAt("aws_db_instance.main", {
      apply_immediately: false,
      auto_minor_version_upgrade: true,
      allow_major_version_upgrade: false,
    });
    expect(template.resource("aws_db_instance")).not.toHaveProperty("blue_green_update");
  });

  it("has a final snapshot whose name is new with each database, and no diff", () => {
    expect(template.resource("aws_db_instance")["final_snapshot_identifier"]).toBe(
      "shop-prod-main-final-${terraform_data.main_identity.id}",
    );
  });

  it("grows to five times its size, and no further", () => {
    expect(template).toHaveResourceAt("aws_db_instance.main", { storage_type: "gp3", allocated_storage: 20, max_allocated_storage: 100 });
    const fixed = databaseTemplate({ storage: { type: "gp3", gib: 50, maxGib: "off" } }).resource("aws_db_instance");
    expect(fixed).toMatchObject({ allocated_storage: 50 });
    expect(fixed).not.toHaveProperty("max_allocated_storage");
  });

  it("is copied by RDS for an upgrade where that is asked for", () => {
    const template = databaseTemplate({ master: { secret: "writeOnly" }, upgrades: { how: "blueGreen" } });
    expect(template).toHaveResourceAt("aws_db_instance.main", { blue_green_update: { enabled: true } });
  });

  it("is restored once, whatever is said of it later", () => {
    const snapshot = databaseTemplate({ restore: { snapshot: "before-the-migration" } });
    expect(snapshot).toHaveResourceAt("aws_db_instance.main", { snapshot_identifier: "before-the-migration" });
    const latest = databaseTemplate({ restore: { source: "shop-prod-old", time: "latest" } });
    expect(latest).toHaveResourceAt("aws_db_instance.main", {
      restore_to_point_in_time: { source_db_instance_identifier: "shop-prod-old", use_latest_restorable_time: true },
    });
    for (const template of [snapshot, latest, databaseTemplate()]) {
      expect(template.resource("aws_db_instance")["lifecycle"]).toMatchObject({
        ignore_changes: ["snapshot_identifier", "restore_to_point_in_time"],
      });
    }
  });
});

describe("a cluster of Aurora", () => {
  const template = databaseTemplate(aurora);

  it("has a second instance that takes over before any replica does", () => {
    const replicas = databaseTemplate({ ...aurora, replicas: { reports: { size: "db.r7g.2xlarge" } } });
    const tiers = Object.entries(replicas.resources("aws_rds_cluster_instance")).map(([name, body]) => [name, body["promotion_tier"]]);
    expect(tiers).toEqual([
      ["main_1", 0],
      ["main_2", 1],
      ["main_reports", 15],
    ]);
    expect(replicas).toHaveResourceAt("aws_rds_cluster_instance.main_reports", { instance_class: "db.r7g.2xlarge" });
    expect(Object.keys(databaseTemplate({ ...aurora, availability: "single" }).resources("aws_rds_cluster_instance"))).toEqual(["main_1"]);
  });

  it("is private, encrypted, protected and backed up as an instance is", () => {
    expect(template).toHaveResourceAt("aws_rds_cluster.main", {
      storage_encrypted: true,
      kms_key_id: encryptionKey.keyArn,
      manage_master_user_password: true,
      iam_database_authentication_enabled: true,
      backup_retention_period: 30,
      copy_tags_to_snapshot: true,
      skip_final_snapshot: false,
      final_snapshot_identifier: "shop-prod-main-final-${terraform_data.main_identity.id}",
      deletion_protection: true,
      apply_immediately: false,
      vpc_security_group_ids: ["${aws_security_group.main.id}"],
    });
    expect(template).toHaveResourceAt("aws_rds_cluster_instance.main_1", { publicly_accessible: false, monitoring_interval: 60 });
  });

  it("moves between its capacities where it is serverless", () => {
    const template = databaseTemplate({ ...aurora, size: { minAcu: 0, maxAcu: 8, pauseAfterSeconds: 600 } });
    expect(template).toHaveResourceAt("aws_rds_cluster.main", {
      serverlessv2_scaling_configuration: { min_capacity: 0, max_capacity: 8, seconds_until_auto_pause: 600 },
    });
    expect(template).toHaveResourceAt("aws_rds_cluster_instance.main_1", { instance_class: "db.serverless" });
  });

  it("names its storage only where it is paid otherwise", () => {
    expect(template.resource("aws_rds_cluster")).not.toHaveProperty("storage_type");
    const optimized = databaseTemplate({ ...aurora, storage: { type: "aurora-iopt1" } });
    expect(optimized).toHaveResourceAt("aws_rds_cluster.main", { storage_type: "aurora-iopt1" });
  });
});

describe("a Multi-AZ DB cluster", () => {
  const template = databaseTemplate({ ...standbys, storage: { type: "io2", gib: 200, iops: 6000 } });

  it("is one resource, whose instances are AWS's", () => {
    expect(template).toHaveResourceAt("aws_rds_cluster.main", {
      engine: "postgres",
      db_cluster_instance_class: "db.m6gd.large",
      storage_type: "io2",
      allocated_storage: 200,
      iops: 6000,
      monitoring_interval: 60,
      performance_insights_enabled: true,
    });
    expect(template.resources("aws_rds_cluster_instance")).toEqual({});
  });
});
