import { describe, expect, it } from "vitest";
import { workloadAccount, workloadRegion } from "./accounts.js";

const topic = { topicArn: "arn:aws:sns:eu-central-1:444444444444:alerts" };

describe("AWS Config", () => {
  it("records everything, what is global once", () => {
    const recorder = (template: ReturnType<typeof workloadRegion>) =>
      template.resource("aws_config_configuration_recorder")["recording_group"];
    expect(recorder(workloadAccount())).toEqual({ all_supported: true, include_global_resource_types: true });
    expect(recorder(workloadRegion())).toEqual({ all_supported: true, include_global_resource_types: false });
    expect(workloadRegion()).toHaveResource("aws_config_configuration_recorder_status", { is_enabled: true });
  });

  it("records by the role of AWS's own, which an account has once", () => {
    expect(workloadAccount()).toHaveResource("aws_config_configuration_recorder", {
      role_arn: "${aws_iam_service_linked_role.baseline_config.arn}",
    });
    expect(workloadRegion()).toHaveResource("aws_config_configuration_recorder", {
      role_arn: "arn:aws:iam::444444444444:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
    });
    expect(workloadRegion().resources("aws_iam_service_linked_role")).toEqual({});
  });

  it("delivers to the account's archive from every region", () => {
    expect(workloadAccount()).toHaveResource("aws_config_delivery_channel", {
      s3_bucket_name: "${aws_s3_bucket_policy.baseline_archive.bucket}",
      s3_kms_key_arn: "${aws_kms_key.baseline_archive_key.arn}",
    });
    expect(workloadRegion()).toHaveResource("aws_config_delivery_channel", { s3_bucket_name: "shop-archive-444444444444" });
    expect(workloadRegion().resource("aws_config_delivery_channel")).not.toHaveProperty("s3_kms_key_arn");
  });

  it("asks about the account in one region, about the rest in each, once there is a recorder", () => {
    const rules = (template: ReturnType<typeof workloadRegion>) => Object.keys(template.resources("aws_config_config_rule"));
    expect(rules(workloadRegion())).toEqual([
      "baseline_restricted_common_ports",
      "baseline_restricted_ssh",
      "baseline_vpc_default_security_group_closed",
    ]);
    expect(rules(workloadAccount())).toHaveLength(10);
    for (const rule of Object.values(workloadAccount().resources("aws_config_config_rule")))
      expect(rule["depends_on"]).toEqual(["aws_config_configuration_recorder_status.baseline_recorder"]);
  });

  it("takes rules and packs, and leaves rules out", () => {
    const template = workloadRegion({
      audit: {
        config: {
          rules: { "encrypted-volumes": { identifier: "ENCRYPTED_VOLUMES", parameters: { kmsId: "key" } } },
          withoutRules: ["restricted_ssh"],
          conformancePacks: { own: "Resources: {}", operations: "s3://packs/operations.yaml" },
        },
      },
    });
    expect(template).toHaveResourceAt("aws_config_config_rule.baseline_encrypted_volumes", {
      name: "shop-encrypted-volumes",
      source: { owner: "AWS", source_identifier: "ENCRYPTED_VOLUMES" },
      input_parameters: '{"kmsId":"key"}',
    });
    expect(template.at("aws_config_config_rule.baseline_restricted_ssh")).toBeUndefined();
    expect(template).toHaveResourceAt("aws_config_conformance_pack.baseline_own", { template_body: "Resources: {}" });
    expect(template).toHaveResourceAt("aws_config_conformance_pack.baseline_operations", { template_s3_uri: "s3://packs/operations.yaml" });
  });

  it("records once a day where that is enough", () => {
    expect(workloadRegion({ audit: { config: { frequency: "daily" } } })).toHaveResource("aws_config_configuration_recorder", {
      recording_mode: { recording_frequency: "DAILY" },
    });
  });

  it("is off with all that needs it", () => {
    const off = workloadAccount({ audit: { config: { enabled: false } } });
    expect(off.addresses.filter((address) => /^aws_config_|service_linked_role/.test(address))).toEqual([]);
  });
});

describe("GuardDuty", () => {
  const status = (template: ReturnType<typeof workloadRegion>, feature: string) =>
    template.resource("aws_guardduty_detector_feature", `baseline_${feature}`)["status"];

  it("has its features but the one that puts agents beside what runs", () => {
    expect(status(workloadRegion(), "s3_data_events")).toBe("ENABLED");
    expect(status(workloadRegion(), "runtime_monitoring")).toBe("DISABLED");
  });

  it("has the features that are asked for, and switches the others off", () => {
    const template = workloadRegion({ audit: { guardDuty: { features: ["RUNTIME_MONITORING"] } } });
    expect(status(template, "s3_data_events")).toBe("DISABLED");
    const { additional_configuration } = template.resource("aws_guardduty_detector_feature", "baseline_runtime_monitoring");
    expect(additional_configuration).toEqual(
      ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"].map((name) => ({ name, status: "ENABLED" })),
    );
  });

  it.each([
    ["low", 1],
    ["medium", 4],
    ["high", 7],
    ["critical", 9],
  ] as const)("tells of what is %s and worse", (tellFrom, least) => {
    const template = workloadRegion({ alarmTopic: topic, audit: { guardDuty: { tellFrom } } });
    const pattern: unknown = JSON.parse(String(template.resource("aws_cloudwatch_event_rule")["event_pattern"]));
    expect(pattern).toEqual({
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", least] }] },
    });
    expect(template).toHaveResource("aws_cloudwatch_event_target", { arn: topic.topicArn });
  });

  it("tells nobody where nobody is named", () => {
    expect(workloadRegion().resources("aws_cloudwatch_event_rule")).toEqual({});
    expect(workloadRegion().resources("aws_sns_topic")).toEqual({});
  });

  it("tells by a topic of the account's own where somebody is named, and none is wired", () => {
    const audit = { alerts: { email: ["ops@example.com"] } };
    expect(workloadRegion({ audit })).toHaveResource("aws_cloudwatch_event_target", {
      arn: "${aws_sns_topic_policy.baseline_alerts.arn}",
    });
    expect(workloadRegion({ audit, alarmTopic: topic }).resources("aws_sns_topic")).toEqual({});
  });

  it("is off with all of it", () => {
    const off = workloadRegion({ alarmTopic: topic, audit: { guardDuty: { enabled: false } } });
    expect(off.addresses.filter((address) => /guardduty|cloudwatch_event/.test(address))).toEqual([]);
  });
});

describe("Security Hub", () => {
  it("checks against CIS and AWS's own practices, each control once", () => {
    expect(workloadRegion()).toHaveResource("aws_securityhub_account", {
      control_finding_generator: "SECURITY_CONTROL",
      enable_default_standards: false,
    });
    const arns = Object.values(workloadRegion().resources("aws_securityhub_standards_subscription")).map((one) => one["standards_arn"]);
    expect(arns).toEqual([
      "arn:aws:securityhub:eu-central-1::standards/cis-aws-foundations-benchmark/v/5.0.0",
      "arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0",
    ]);
  });

  it("shows all regions in the home region, unless that is off", () => {
    expect(workloadAccount()).toHaveResource("aws_securityhub_finding_aggregator", { linking_mode: "ALL_REGIONS" });
    expect(workloadRegion().resources("aws_securityhub_finding_aggregator")).toEqual({});
    const off = workloadAccount({ audit: { securityHub: { aggregation: "off" } } });
    expect(off.resources("aws_securityhub_finding_aggregator")).toEqual({});
  });

  it("is off with all of it", () => {
    const off = workloadAccount({ audit: { securityHub: { enabled: false } } });
    expect(off.addresses.filter((address) => address.startsWith("aws_securityhub"))).toEqual([]);
  });
});

describe("Inspector and Macie", () => {
  it("are there when they are asked for", () => {
    expect(workloadRegion().addresses.filter((address) => /inspector|macie/.test(address))).toEqual([]);
    const asked = workloadRegion({ audit: { inspector: { scans: ["ECR"] }, macie: { publishing: "ONE_HOUR" } } });
    expect(asked).toHaveResource("aws_inspector2_enabler", { account_ids: ["444444444444"], resource_types: ["ECR"] });
    expect(asked).toHaveResource("aws_macie2_account", { status: "ENABLED", finding_publishing_frequency: "ONE_HOUR" });
  });
});
