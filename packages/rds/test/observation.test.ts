import { describe, expect, it } from "vitest";
import { alarmTopic, encryptionKey } from "../examples/surroundings.js";
import { databaseTemplate } from "./database-template.js";

const aurora = { engine: "aurora-postgresql", version: "16", size: { minAcu: 1, maxAcu: 8 } } as const;
const standbys = { availability: "readableStandbys", size: "db.m6gd.large" } as const;

describe("logs", () => {
  it("have groups of the module's, encrypted and kept for their days, before RDS makes its own", () => {
    const template = databaseTemplate({ logRetentionDays: 90 });
    expect(template).toHaveResourceAt("aws_cloudwatch_log_group.main_postgresql", {
      name: "/aws/rds/instance/shop-prod-main/postgresql",
      retention_in_days: 90,
      kms_key_id: encryptionKey.keyArn,
    });
    expect(template.resource("aws_db_instance")["depends_on"]).toEqual(
      expect.arrayContaining(["aws_cloudwatch_log_group.main_postgresql", "aws_cloudwatch_log_group.main_upgrade"]),
    );
  });

  it("of a cluster are a cluster's", () => {
    expect(databaseTemplate(aurora)).toHaveResourceAt("aws_cloudwatch_log_group.main_postgresql", {
      name: "/aws/rds/cluster/shop-prod-main/postgresql",
    });
  });
});

describe("insights and monitoring", () => {
  it("are kept for 15 months where they are advanced", () => {
    expect(databaseTemplate({ insights: "advanced" })).toHaveResourceAt("aws_db_instance.main", {
      database_insights_mode: "advanced",
      performance_insights_retention_period: 465,
    });
  });

  it("leave out what AWS does not have of MySQL's smallest", () => {
    const small = { engine: "mysql", version: "8.4", size: "db.t4g.small" } as const;
    expect(databaseTemplate(small)).toHaveResourceAt("aws_db_instance.main", { performance_insights_enabled: false });
    expect(databaseTemplate({ ...small, size: "db.t4g.medium" })).toHaveResourceAt("aws_db_instance.main", {
      performance_insights_enabled: true,
    });
    const auroraMysql = { engine: "aurora-mysql", version: "8.0" } as const;
    expect(databaseTemplate(auroraMysql)).toHaveResourceAt("aws_rds_cluster.main", { performance_insights_enabled: false });
    expect(databaseTemplate({ ...auroraMysql, size: "db.r7g.large" })).toHaveResourceAt("aws_rds_cluster.main", {
      performance_insights_enabled: true,
    });
  });

  it("look at the operating system by a role of their own, or not at all", () => {
    expect(databaseTemplate()).toHaveResourceAt("aws_db_instance.main", {
      monitoring_interval: 60,
      monitoring_role_arn: "${aws_iam_role.main_monitoring.arn}",
    });
    const off = databaseTemplate({ enhancedMonitoringSeconds: 0 });
    expect(off).toHaveResourceAt("aws_db_instance.main", { monitoring_interval: 0 });
    expect(off.resources("aws_iam_role")).toEqual({});
  });
});

describe("alarms", () => {
  const names = (props: Parameters<typeof databaseTemplate>[0]) =>
    Object.keys(databaseTemplate(props).resources("aws_cloudwatch_metric_alarm"));

  it("are told in CloudWatch's units, to the topic", () => {
    const template = databaseTemplate({ storage: { type: "gp3", gib: 200 } });
    const alarm = (name: string) => template.resource("aws_cloudwatch_metric_alarm", `main_${name}`);
    expect(alarm("free_storage")).toMatchObject({
      metric_name: "FreeStorageSpace",
      comparison_operator: "LessThanThreshold",
      threshold: 20 * 1024 ** 3,
      dimensions: { DBInstanceIdentifier: "shop-prod-main" },
      alarm_actions: [alarmTopic.topicArn],
    });
    expect(alarm("memory")).toMatchObject({
      metric_name: "FreeableMemory",
      threshold: 256 * 1024 ** 2,
      comparison_operator: "LessThanThreshold",
    });
    expect(alarm("read_latency")).toMatchObject({ metric_name: "ReadLatency", threshold: 0.02 });
    expect(alarm("write_latency")).toMatchObject({ metric_name: "WriteLatency", threshold: 0.05 });
    expect(alarm("cpu")).toMatchObject({ metric_name: "CPUUtilization", threshold: 90 });
  });

  it("of Aurora look at the writer, its capacity and how far the others lie behind, and at no disk that it does not have", () => {
    const template = databaseTemplate(aurora);
    expect(template).toHaveResourceAt("aws_cloudwatch_metric_alarm.main_cpu", {
      dimensions: { DBClusterIdentifier: "shop-prod-main", Role: "WRITER" },
    });
    expect(template).toHaveResourceAt("aws_cloudwatch_metric_alarm.main_capacity", { metric_name: "ACUUtilization" });
    expect(template).toHaveResourceAt("aws_cloudwatch_metric_alarm.main_replica_lag", {
      metric_name: "AuroraReplicaLagMaximum",
      threshold: 30_000,
    });
    expect(names(aurora)).not.toContain("main_free_storage");
    expect(names({ ...aurora, availability: "single" })).not.toContain("main_replica_lag");
  });

  it("of readable standbys look at the cluster, its lag and its disk", () => {
    expect(names(standbys)).toEqual(expect.arrayContaining(["main_replica_lag", "main_free_storage", "main_burst_balance"]));
  });

  it("that are off are not there", () => {
    const off = { cpuPercent: "off", freeStoragePercent: "off", freeableMemoryMib: "off", connections: "off" } as const;
    const latency = { readLatencyMs: "off", writeLatencyMs: "off", burstBalancePercent: "off" } as const;
    expect(names({ alarms: { ...off, ...latency } })).toEqual([]);
  });
});

describe("events", () => {
  it("are told to the topic: an instance's, or a cluster's", () => {
    expect(databaseTemplate()).toHaveResourceAt("aws_db_event_subscription.main", {
      source_type: "db-instance",
      source_ids: ["${aws_db_instance.main.identifier}"],
      sns_topic: alarmTopic.topicArn,
      event_categories: expect.arrayContaining(["failover", "failure", "low storage", "maintenance"]),
    });
    expect(databaseTemplate(aurora)).toHaveResourceAt("aws_db_event_subscription.main", { source_type: "db-cluster" });
    expect(databaseTemplate({ alarmTopic: undefined }).resources("aws_db_event_subscription")).toEqual({});
    expect(databaseTemplate({ events: false }).resources("aws_db_event_subscription")).toEqual({});
  });
});

describe("a dashboard", () => {
  it("shows the database and its replicas, a line each", () => {
    const template = databaseTemplate({ replicas: { reports: {} }, master: { secret: "writeOnly" } });
    const body = String(template.resource("aws_cloudwatch_dashboard")["dashboard_body"]);
    expect(body).toContain('"DBInstanceIdentifier","shop-prod-main"');
    expect(body).toContain('"DBInstanceIdentifier","shop-prod-main-reports"');
    expect(databaseTemplate({ dashboard: false }).resources("aws_cloudwatch_dashboard")).toEqual({});
  });
});

describe("a schedule", () => {
  const schedule = { stop: "cron(0 20 ? * MON-FRI *)", start: "cron(0 7 ? * MON-FRI *)", timezone: "Europe/Berlin" } as const;

  it("stops and starts that instance, by a role that may do nothing else", () => {
    const template = databaseTemplate({ schedule });
    expect(template).toHaveResourceAt("aws_scheduler_schedule.main_stop", {
      schedule_expression: schedule.stop,
      schedule_expression_timezone: "Europe/Berlin",
      target: expect.objectContaining({
        arn: "arn:aws:scheduler:::aws-sdk:rds:stopDBInstance",
        input: JSON.stringify({ DbInstanceIdentifier: "shop-prod-main" }),
      }),
    });
    const statements = template.iamStatements().filter(({ address }) => address === "aws_iam_role_policy.main_schedule");
    expect(statements.map(({ statement }) => statement)).toEqual([
      {
        Sid: "StopsAndStarts",
        Effect: "Allow",
        Action: ["rds:StartDBInstance", "rds:StopDBInstance"],
        Resource: "${aws_db_instance.main.arn}",
      },
    ]);
  });

  it("stops and starts a cluster as such", () => {
    const template = databaseTemplate({ ...aurora, schedule });
    expect(template).toHaveResourceAt("aws_scheduler_schedule.main_start", {
      target: expect.objectContaining({
        arn: "arn:aws:scheduler:::aws-sdk:rds:startDBCluster",
        input: JSON.stringify({ DbClusterIdentifier: "shop-prod-main" }),
      }),
    });
  });
});
