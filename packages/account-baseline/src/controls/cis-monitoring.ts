import { watched as events, type WatchedName } from "../audit/watched.js";
import { account, type Control, everyRegion } from "./control.js";

/** What is watched for, the name of its filter and its alarm, and CIS's profile. */
const watched: readonly (readonly [number: string, title: string, name: WatchedName, level: 1 | 2])[] = [
  ["4.1", "Unauthorized API calls are monitored", "unauthorized_api_calls", 2],
  ["4.2", "Console sign-in without MFA is monitored", "sign_in_without_mfa", 1],
  ["4.3", "Usage of the root account is monitored", "root_usage", 1],
  ["4.4", "IAM policy changes are monitored", "iam_policy_changes", 1],
  ["4.5", "CloudTrail configuration changes are monitored", "cloudtrail_changes", 1],
  ["4.6", "Console authentication failures are monitored", "sign_in_failures", 2],
  ["4.7", "Disabling or scheduled deletion of customer created KMS keys is monitored", "kms_key_deletion", 2],
  ["4.8", "S3 bucket policy changes are monitored", "bucket_policy_changes", 1],
  ["4.9", "AWS Config configuration changes are monitored", "config_changes", 2],
  ["4.10", "Security group changes are monitored", "security_group_changes", 2],
  ["4.11", "Network ACL changes are monitored", "network_acl_changes", 2],
  ["4.12", "Changes to network gateways are monitored", "network_gateway_changes", 1],
  ["4.13", "Route table changes are monitored", "route_table_changes", 1],
  ["4.14", "VPC changes are monitored", "vpc_changes", 1],
  ["4.15", "AWS Organizations changes are monitored", "organizations_changes", 1],
];

/** Section 4 of the CIS AWS Foundations Benchmark v5.0.0. */
export const cisMonitoring: readonly Control[] = [
  ...watched.map(
    ([number, title, name, level]): Control => ({
      id: `CIS 5.0 ${number}`,
      title,
      level,
      met: "prop",
      prop: "audit.alerts",
      by: [
        account("aws_cloudwatch_log_metric_filter", name, {
          pattern: events[name].pattern,
          log_group_name: "set",
          "metric_transformation.name": name.replaceAll("_", "-"),
        }),
        account("aws_cloudwatch_metric_alarm", name, {
          metric_name: name.replaceAll("_", "-"),
          threshold: 1,
          "alarm_actions.0": "set",
        }),
      ],
      why: "CIS asks for somebody who is told: by mail, or by the topic that is wired",
    }),
  ),
  {
    id: "CIS 5.0 4.16",
    title: "AWS Security Hub is enabled",
    level: 2,
    met: "default",
    by: everyRegion("aws_securityhub_account", "security_hub", { auto_enable_controls: true }),
  },
];
