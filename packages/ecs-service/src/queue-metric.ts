import type { AppautoscalingPolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecification as CustomizedMetric } from "@cdktf/provider-aws/lib/appautoscaling-policy/index.js";

/** Whose queue is worked off by whom. */
export interface QueueWorkers {
  readonly queueName: string;
  readonly clusterName: string;
  readonly serviceName: string;
}

/**
 * Waiting messages a running task: with no task at all, every message counts for one that is missing.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 */
export function messagesPerTask({ queueName, clusterName, serviceName }: QueueWorkers): CustomizedMetric {
  return {
    metrics: [
      {
        id: "perTask",
        expression: "waiting / IF(FILL(tasks, 0) > 0, FILL(tasks, 0), 1)",
        label: "waiting messages a task",
        returnData: true,
      },
      {
        id: "waiting",
        returnData: false,
        metricStat: {
          stat: "Average",
          metric: {
            namespace: "AWS/SQS",
            metricName: "ApproximateNumberOfMessagesVisible",
            dimensions: [{ name: "QueueName", value: queueName }],
          },
        },
      },
      {
        id: "tasks",
        returnData: false,
        metricStat: {
          stat: "Average",
          metric: {
            namespace: "ECS/ContainerInsights",
            metricName: "RunningTaskCount",
            dimensions: [
              { name: "ClusterName", value: clusterName },
              { name: "ServiceName", value: serviceName },
            ],
          },
        },
      },
    ],
  };
}
