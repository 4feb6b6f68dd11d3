import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import { type MetricAlarm, metricAlarm } from "@groundplan/alarms";
import type { AlarmTopic } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";

type Kind = Pick<MetricAlarm, "name" | "description" | "threshold" | "periodSeconds" | "evaluationPeriods" | "datapointsToAlarm"> & {
  readonly metricName: string;
};

/** What goes wrong in the load balancer itself; what goes wrong behind it, the services tell. */
export function makeAlarms({ module, config }: Blueprint, loadBalancer: Lb, topic: AlarmTopic | undefined): CloudwatchMetricAlarm[] {
  return kindsOf(config.alarms).flatMap(({ metricName, ...kind }) => {
    const alarm = metricAlarm(module, {
      ...kind,
      alarmName: `${config.name}-load-balancer-${kind.name}`,
      comparison: "GreaterThanOrEqualToThreshold",
      metric: {
        namespace: "AWS/ApplicationELB",
        name: metricName,
        dimensions: { LoadBalancer: loadBalancer.arnSuffix },
        statistic: "Sum",
      },
      missingData: "notBreaching",
      topic,
    });
    return alarm === undefined ? [] : [alarm];
  });
}

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
function kindsOf({ serverErrors, rejectedConnections, tlsErrors }: Blueprint["config"]["alarms"]): Kind[] {
  return [
    {
      name: "server-errors",
      metricName: "HTTPCode_ELB_5XX_Count",
      description:
        "The load balancer itself answers 5xx: 502 targets break off, 503 there is none, 504 they are too slow. See the targets first.",
      threshold: serverErrors,
      periodSeconds: 60,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
    },
    {
      name: "rejected-connections",
      metricName: "RejectedConnectionCount",
      description:
        "Connections are refused, because the load balancer is at its limit. See whether it is an attack; else reserve capacity units.",
      threshold: rejectedConnections,
      periodSeconds: 60,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
    },
    {
      name: "tls-errors",
      metricName: "ClientTLSNegotiationErrorCount",
      description: "Clients do not get through the TLS handshake. See the connection logs: certificates, old clients, scanners.",
      threshold: tlsErrors,
      periodSeconds: 300,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
    },
  ];
}
