import { logArchive as archiveOf } from "@groundplan/core";
import { describe, expect, it } from "vitest";
import { encryptionKey, networkTemplate } from "./network-template.js";

const logArchive = archiveOf({ project: "shop", accountId: "222222222222", region: "eu-west-1" });

describe("flow logs", () => {
  it("go to CloudWatch by default: all traffic, kept for a year, encrypted by a key of their own", () => {
    const template = networkTemplate();
    expect(template).toHaveResourceAt("aws_flow_log.network", {
      vpc_id: "${aws_vpc.network.id}",
      traffic_type: "ALL",
      max_aggregation_interval: 600,
      log_destination_type: "cloud-watch-logs",
      log_destination: "${aws_cloudwatch_log_group.network_flow_logs.arn}",
      iam_role_arn: "${aws_iam_role.network_flow_logs.arn}",
    });
    expect(template).toHaveResource("aws_cloudwatch_log_group", {
      name: "/vpc/shop/flow-logs",
      retention_in_days: 365,
      kms_key_id: "${aws_kms_key.network_flow_logs.arn}",
    });
  });

  it("are encrypted by the key that is wired, and no other is made", () => {
    const template = networkTemplate({ encryptionKey, flowLogs: { retentionDays: 90, traffic: "REJECT", aggregationSeconds: 60 } });
    expect(template).toHaveResource("aws_cloudwatch_log_group", { kms_key_id: encryptionKey.keyArn, retention_in_days: 90 });
    expect(template).toHaveResource("aws_flow_log", { traffic_type: "REJECT", max_aggregation_interval: 60 });
    expect(template.resources("aws_kms_key")).toEqual({});
  });

  it("are written by a role that flow logs of this account alone assume, into one group alone", () => {
    const statements = networkTemplate({ encryptionKey }).iamStatements();
    expect(statements.map(({ statement }) => statement)).toEqual([
      {
        Sid: "ServiceAssumes",
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: ["sts:AssumeRole"],
        Condition: {
          StringEquals: { "aws:SourceAccount": "111111111111" },
          ArnLike: { "aws:SourceArn": "arn:aws:ec2:eu-west-1:111111111111:vpc-flow-log/*" },
        },
      },
      {
        Sid: "WritesItsLogGroup",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        Resource: [
          "arn:aws:logs:eu-west-1:111111111111:log-group:/vpc/shop/flow-logs",
          "arn:aws:logs:eu-west-1:111111111111:log-group:/vpc/shop/flow-logs:*",
        ],
      },
      {
        Sid: "FindsItsLogGroup",
        Effect: "Allow",
        Action: ["logs:DescribeLogGroups"],
        Resource: "arn:aws:logs:eu-west-1:111111111111:log-group:*",
      },
    ]);
  });

  it.each([
    ["is wired", { flowLogs: { destination: "s3" as const }, logBucket: { bucketName: "logs", bucketArn: "arn:aws:s3:::logs" } }],
    ["is named", { flowLogs: { destination: "s3" as const, bucketArn: "arn:aws:s3:::logs" } }],
  ])("go to the bucket that %s, without role or key", (_, props) => {
    const template = networkTemplate(props);
    expect(template).toHaveResource("aws_flow_log", {
      log_destination_type: "s3",
      log_destination: "arn:aws:s3:::logs",
      destination_options: { file_format: "parquet", hive_compatible_partitions: true, per_hour_partition: true },
    });
    for (const type of ["aws_iam_role", "aws_kms_key", "aws_cloudwatch_log_group"]) expect(template.resources(type)).toEqual({});
  });

  it("want a bucket where they are to go to one", () => {
    expect(() => networkTemplate({ flowLogs: { destination: "s3" } })).toThrow(
      'test/network:\n  "logBucket" is missing; give the bucket that takes the flow logs, or "flowLogs.bucketArn"',
    );
  });

  it.each(["none", "archive"] as const)("leave no log group where they go to %s, unless its logs are to be kept", (destination) => {
    const groups = (keepLogGroup: boolean) =>
      Object.keys(networkTemplate({ logArchive, flowLogs: { destination, keepLogGroup } }).resources("aws_cloudwatch_log_group"));
    expect(groups(false)).toEqual([]);
    expect(groups(true)).toEqual(["network_flow_logs"]);
  });

  it("are kept by the key that encrypts them, and nobody writes to them any more", () => {
    const template = networkTemplate({ logArchive, flowLogs: { keepLogGroup: true } });
    expect(template).toHaveResource("aws_cloudwatch_log_group", { kms_key_id: "${aws_kms_key.network_flow_logs.arn}" });
    expect(template.resources("aws_iam_role")).toEqual({});
    expect(Object.keys(template.resources("aws_flow_log"))).toEqual(["network_archive"]);
  });

  it("are off where that is said in so many words, an archive or none", () => {
    for (const wiring of [{}, { logArchive }])
      expect(networkTemplate({ ...wiring, flowLogs: { destination: "none" } }).resources("aws_flow_log")).toEqual({});
  });
});

describe("flow logs with an archive", () => {
  const inArchive = {
    log_destination_type: "s3",
    log_destination: "arn:aws:s3:::shop-archive-222222222222/shop/flow-logs/",
    destination_options: { file_format: "parquet", hive_compatible_partitions: true, per_hour_partition: true },
  };

  it("go there by default, into a folder of the network's own, without log group, role or key", () => {
    const template = networkTemplate({ logArchive });
    expect(template).toHaveResourceAt("aws_flow_log.network_archive", inArchive);
    expect(Object.keys(template.resources("aws_flow_log"))).toEqual(["network_archive"]);
    for (const type of ["aws_iam_role", "aws_kms_key", "aws_cloudwatch_log_group"]) expect(template.resources(type)).toEqual({});
  });

  it("go to CloudWatch, too, or to it alone, or to another bucket", () => {
    const destinations = (destination: "cloudwatch" | "both" | "s3") =>
      Object.entries(
        networkTemplate({
          logArchive,
          logBucket: { bucketName: "logs", bucketArn: "arn:aws:s3:::logs" },
          flowLogs: { destination },
        }).resources("aws_flow_log"),
      ).map(([address, flowLog]) => [address, flowLog["log_destination"]]);
    const cloudwatch = ["network", "${aws_cloudwatch_log_group.network_flow_logs.arn}"];
    expect(destinations("both")).toEqual(expect.arrayContaining([cloudwatch, ["network_archive", inArchive.log_destination]]));
    expect(destinations("cloudwatch")).toEqual([cloudwatch]);
    expect(destinations("s3")).toEqual([["network", "arn:aws:s3:::logs"]]);
  });

  it("are written as text where that is asked for", () => {
    const template = networkTemplate({ logArchive, flowLogs: { format: "text" } });
    expect(template).toHaveResource("aws_flow_log", {
      destination_options: { file_format: "plain-text", hive_compatible_partitions: true, per_hour_partition: true },
    });
  });

  it.each(["archive", "both"] as const)("want one where they are to go to %s", (destination) => {
    expect(() => networkTemplate({ flowLogs: { destination } })).toThrow(
      'test/network:\n  "logArchive" is missing; give the archive that takes the flow logs, or "flowLogs.destination" "cloudwatch"',
    );
  });
});
