import { account, allFlows, type Control, type Evidence, everyRegion, made } from "./control.js";

const trail = (has: Evidence["has"]): Evidence => account("aws_cloudtrail", "trail", has);

// a selector that names `readOnly` has reads or writes alone
const objectEvents: Evidence["has"] = {
  "advanced_event_selector.1.field_selector.1.equals.0": "AWS::S3::Object",
  "advanced_event_selector.1.field_selector": { excludes: '"readOnly"' },
};

/** Section 3 of the CIS AWS Foundations Benchmark v5.0.0. */
export const cisLogging: readonly Control[] = [
  {
    id: "CIS 5.0 3.1",
    title: "CloudTrail is enabled in all regions",
    level: 1,
    met: "default",
    by: [trail({ is_multi_region_trail: true, include_global_service_events: true })],
  },
  {
    id: "CIS 5.0 3.2",
    title: "CloudTrail log file validation is enabled",
    level: 2,
    met: "default",
    by: [trail({ enable_log_file_validation: true })],
  },
  {
    id: "CIS 5.0 3.3",
    title: "AWS Config is enabled in all regions",
    level: 2,
    met: "default",
    by: [
      ...everyRegion("aws_config_configuration_recorder", "recorder", { "recording_group.all_supported": true }),
      account("aws_config_configuration_recorder", "recorder", { "recording_group.include_global_resource_types": true }),
      ...everyRegion("aws_config_configuration_recorder_status", "recorder", { is_enabled: true }),
      ...everyRegion("aws_config_delivery_channel", "recorder", { s3_bucket_name: "set" }),
    ],
  },
  {
    id: "CIS 5.0 3.4",
    title: "Server access logging is enabled on the CloudTrail bucket",
    level: 1,
    met: "default",
    by: [account("aws_s3_bucket_logging", "trails", { target_bucket: "set" })],
  },
  {
    id: "CIS 5.0 3.5",
    title: "CloudTrail logs are encrypted at rest by KMS",
    level: 2,
    met: "default",
    by: [trail({ kms_key_id: "set", s3_bucket_name: "set" })],
  },
  {
    id: "CIS 5.0 3.6",
    title: "Rotation of customer-created symmetric KMS keys is enabled",
    level: 2,
    met: "default",
    by: [made("kms-key", "aws_kms_key", { enable_key_rotation: true })],
    why: "of every key that the library makes",
  },
  {
    id: "CIS 5.0 3.7",
    title: "VPC flow logging is enabled in all VPCs",
    level: 2,
    met: "default",
    by: [...everyRegion("aws_flow_log", "default", allFlows), made("network", "aws_flow_log", allFlows)],
    why: "of the default VPC as of every network",
  },
  {
    id: "CIS 5.0 3.8",
    title: "Object-level logging for write events is enabled for S3 buckets",
    level: 2,
    met: "prop",
    prop: "audit.trail.dataEvents",
    by: [trail(objectEvents)],
  },
  {
    id: "CIS 5.0 3.9",
    title: "Object-level logging for read events is enabled for S3 buckets",
    level: 2,
    met: "prop",
    prop: "audit.trail.dataEvents",
    by: [trail(objectEvents)],
  },
];
