import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target/index.js";
import type { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import { address, awsName } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import type { Codedeploy } from "./codedeploy.js";

/** Tells of deployments that failed or were rolled back, and of tasks that find no place. */
export function tellFailures({ module, config, wiring }: Blueprint, service: AwsEcsService, codedeploy: Codedeploy | undefined): void {
  const { alarmTopic } = wiring;
  if (alarmTopic === undefined || !config.alarms.failedDeployment) return;
  for (const [suffix, { event, text, paths }] of Object.entries(failures(service.id, codedeploy?.application.name))) {
    const rule = address(
      new CloudwatchEventRule(module, `${suffix}-rule`, {
        name: awsName("aws_cloudwatch_event_rule", config.name, suffix),
        description: `${config.name}: ${text}`,
        eventPattern: JSON.stringify(event),
      }),
      module,
      suffix.replaceAll("-", "_"),
    );
    const wording = Object.keys(paths).map((key) => `${key}: <${key}>`);
    address(
      new CloudwatchEventTarget(module, `${suffix}-target`, {
        rule: rule.name,
        arn: alarmTopic.topicArn,
        inputTransformer: { inputPaths: paths, inputTemplate: JSON.stringify(`${config.name}: ${text}. ${wording.join(", ")}`) },
      }),
      module,
      suffix.replaceAll("-", "_"),
    );
  }
}

interface Failure {
  readonly event: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly paths: Readonly<Record<string, string>>;
}

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
function failures(serviceArn: string, application: string | undefined): Record<string, Failure> {
  const ofEcs = (detailType: string, eventNames: readonly string[]) => ({
    source: ["aws.ecs"],
    "detail-type": [detailType],
    resources: [serviceArn],
    detail: { eventName: eventNames },
  });
  return {
    "failed-deployment":
      application === undefined
        ? {
            event: ofEcs("ECS Deployment State Change", ["SERVICE_DEPLOYMENT_FAILED"]),
            text: "a deployment failed, and went back where it could",
            paths: { deployment: "$.detail.deploymentId", reason: "$.detail.reason" },
          }
        : failureOfCodeDeploy(application),
    "no-place": {
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
      event: ofEcs("ECS Service Action", ["SERVICE_TASK_PLACEMENT_FAILURE", "SERVICE_TASK_START_IMPAIRED"]),
      text: "tasks do not start",
      paths: { event: "$.detail.eventName", reason: "$.detail.reason" },
    },
  };
}

// https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-cloudwatch-events.html
function failureOfCodeDeploy(application: string): Failure {
  return {
    event: {
      source: ["aws.codedeploy"],
      "detail-type": ["CodeDeploy Deployment State-change Notification"],
      detail: { application: [application], state: ["FAILURE", "STOP"] },
    },
    text: "a deployment failed or was stopped, and went back where it could",
    paths: { deployment: "$.detail.deploymentId", state: "$.detail.state" },
  };
}
