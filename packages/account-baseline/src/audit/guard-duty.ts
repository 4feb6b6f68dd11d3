import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target/index.js";
import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector/index.js";
import { GuarddutyDetectorFeature } from "@cdktf/provider-aws/lib/guardduty-detector-feature/index.js";
import { type AlarmTopic, address, awsName } from "@groundplan/core";
import { adopt, type RegionBlueprint } from "../blueprint.js";
import { guardDutyFeatures } from "./detection-schema.js";

/** Looks for attacks, and tells of them. */
export function makeDetector(blueprint: RegionBlueprint, topic: AlarmTopic | undefined): GuarddutyDetector | undefined {
  const { module, config, overrides } = blueprint;
  const { enabled, publishing } = config.audit.guardDuty;
  if (!enabled) return undefined;
  const detector = new GuarddutyDetector(module, "detector", {
    enable: true,
    findingPublishingFrequency: publishing,
    ...overrides.detector,
  });
  adopt(address(detector, module, "detector"), config.existing.detector);
  for (const feature of guardDutyFeatures) setFeature(blueprint, detector, feature);
  tellFindings(blueprint, topic);
  return detector;
}

type Feature = (typeof guardDutyFeatures)[number];

// A feature is what it was when its resource is gone: one that is not wanted is switched off.
function setFeature({ module, config }: RegionBlueprint, detector: GuarddutyDetector, name: Feature): void {
  const status = config.audit.guardDuty.features.includes(name) ? "ENABLED" : "DISABLED";
  const additionalConfiguration = name === "RUNTIME_MONITORING" ? agents.map((agent) => ({ name: agent, status })) : [];
  const feature = new GuarddutyDetectorFeature(module, `feature-${name}`, {
    detectorId: detector.id,
    name,
    status,
    additionalConfiguration,
  });
  address(feature, module, name.toLowerCase());
}

// in the order in which AWS gives them back: Terraform compares them as a list
const agents = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"];

// https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html
const least = { low: 1, medium: 4, high: 7, critical: 9 } as const;

// https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
function tellFindings({ module, config }: RegionBlueprint, topic: AlarmTopic | undefined): void {
  if (topic === undefined) return;
  const { tellFrom } = config.audit.guardDuty;
  const rule = new CloudwatchEventRule(module, "findings", {
    name: awsName("aws_cloudwatch_event_rule", config.name, "guardduty-findings"),
    description: `GuardDuty's findings, ${tellFrom} and worse`,
    eventPattern: JSON.stringify({
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", least[tellFrom]] }] },
    }),
  });
  address(rule, module, "findings");
  const target = new CloudwatchEventTarget(module, "findings-target", {
    rule: rule.name,
    targetId: "topic",
    arn: topic.topicArn,
    inputTransformer,
  });
  address(target, module, "findings");
}

const inputTransformer = {
  inputPaths: {
    account: "$.account",
    region: "$.region",
    severity: "$.detail.severity",
    title: "$.detail.title",
    type: "$.detail.type",
    id: "$.detail.id",
  },
  inputTemplate: '"GuardDuty in <account>, <region>, severity <severity>: <title> (<type>). Finding <id>."',
};
