import { describe, expect, it } from "vitest";
import { imports, securityAccount, workloadAccount, workloadRegion } from "./accounts.js";

describe("what stands already", () => {
  const arn = "arn:aws:securityhub:eu-west-1:222222222222:finding-aggregator/1";

  it("is imported under its own name, and not made twice", () => {
    const template = securityAccount({
      audit: { macie: {} },
      money: { email: ["finance@example.com"], anomalies: {} },
      existing: {
        boundary: true,
        trail: "management-events",
        configRole: true,
        recorder: "console",
        deliveryChannel: "main",
        detector: "12abc34d567e8fa901bc2d34e56789f0",
        securityHub: true,
        findingAggregator: arn,
        macie: true,
        anomalyMonitor: "arn:aws:ce::222222222222:anomalymonitor/1",
      },
    });
    expect(imports(template)).toEqual({
      "aws_ce_anomaly_monitor.baseline_services": "arn:aws:ce::222222222222:anomalymonitor/1",
      "aws_cloudtrail.baseline_trail": "arn:aws:cloudtrail:eu-west-1:222222222222:trail/management-events",
      "aws_config_configuration_recorder.baseline_recorder": "console",
      "aws_config_configuration_recorder_status.baseline_recorder": "console",
      "aws_config_delivery_channel.baseline_recorder": "main",
      "aws_guardduty_detector.baseline_detector": "12abc34d567e8fa901bc2d34e56789f0",
      "aws_iam_policy.baseline_boundary": "arn:aws:iam::222222222222:policy/boundary",
      "aws_iam_service_linked_role.baseline_config":
        "arn:aws:iam::222222222222:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
      "aws_macie2_account.baseline_macie": "222222222222",
      "aws_securityhub_account.baseline_security_hub": "222222222222",
      "aws_securityhub_finding_aggregator.baseline_findings": arn,
    });
    expect(template).toHaveResource("aws_cloudtrail", { name: "management-events" });
    expect(template).toHaveResource("aws_config_configuration_recorder", { name: "console" });
    expect(template).toHaveResource("aws_config_delivery_channel", { name: "main" });
  });

  it("is imported in a further region, too, and nothing where nothing is named", () => {
    const existing = { recorder: "default", detector: "12abc34d567e8fa901bc2d34e56789f0" };
    expect(Object.keys(imports(workloadRegion({ existing })))).toEqual([
      "aws_config_configuration_recorder.baseline_recorder",
      "aws_config_configuration_recorder_status.baseline_recorder",
      "aws_guardduty_detector.baseline_detector",
    ]);
    expect(imports(workloadAccount())).toEqual({});
  });
});
