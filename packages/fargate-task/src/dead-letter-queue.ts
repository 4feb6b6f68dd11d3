import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { metricAlarm } from "@groundplan/alarms";
import { type AlarmTopic, address, awsName } from "@groundplan/core";
import type { Construct } from "constructs";
import type { ScheduledTaskConfig } from "./config.js";

/** SQS keeps a message for 14 days at most. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const fourteenDays = 14 * 24 * 60 * 60;

/** Takes what could not be started, with the reason. */
export function makeDeadLetterQueue(module: Construct, { name }: ScheduledTaskConfig): SqsQueue {
  return address(
    new SqsQueue(module, "dead-letters", {
      name: awsName("aws_sqs_queue", name.replaceAll(".", "-"), "dead-letters"),
      messageRetentionSeconds: fourteenDays,
      sqsManagedSseEnabled: true,
    }),
    module,
    "dead_letters",
  );
}

/** Tells that a task could not be started, after all its retries. */
export function makeAlarm(
  module: Construct,
  { name }: ScheduledTaskConfig,
  wiring: { readonly queue: SqsQueue; readonly topic: AlarmTopic | undefined },
): CloudwatchMetricAlarm | undefined {
  return metricAlarm(module, {
    name: "not-started",
    alarmName: awsName("aws_cloudwatch_metric_alarm", name, "not-started"),
    description: `${name} could not be started. The message in its dead-letter queue says why: look into its attribute ERROR_MESSAGE.`,
    threshold: 0,
    comparison: "GreaterThanThreshold",
    metric: {
      namespace: "AWS/SQS",
      name: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: wiring.queue.name },
      statistic: "Maximum",
    },
    periodSeconds: 300,
    evaluationPeriods: 1,
    missingData: "notBreaching",
    topic: wiring.topic,
  });
}
