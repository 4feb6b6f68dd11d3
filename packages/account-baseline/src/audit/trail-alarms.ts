import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter/index.js";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { metricAlarm } from "@groundplan/alarms";
import { type AlarmTopic, address } from "@groundplan/core";
import type { AccountBlueprint } from "../blueprint.js";
import { type WatchedName, watched, watchedNames } from "./watched.js";

/** Whom the alarms are told by, and the group of events that they look at. */
interface Watching {
  readonly group: CloudwatchLogGroup;
  readonly topic: AlarmTopic | undefined;
}

/** The alarms of section 4 of the CIS AWS Foundations Benchmark, but those that are off. */
export function watchTrail(blueprint: AccountBlueprint, watching: Watching): ReadonlyMap<WatchedName, CloudwatchMetricAlarm> {
  const made = watchedNames.map((name) => [name, watch(blueprint, watching, name)] as const);
  return new Map(made.flatMap(([name, alarm]) => (alarm === undefined ? [] : [[name, alarm]])));
}

function watch(blueprint: AccountBlueprint, { group, topic }: Watching, name: WatchedName): CloudwatchMetricAlarm | undefined {
  const { module, config } = blueprint;
  const threshold = thresholdOf(config.audit.alarms[name]);
  if (threshold === "off") return undefined;
  const kebab = name.replaceAll("_", "-");
  const { pattern, meaning, control } = watched[name];
  const metric = { namespace: `${config.name}/audit`, name: kebab };
  const filter = new CloudwatchLogMetricFilter(module, `filter-${kebab}`, {
    name: `${config.name}-${kebab}`,
    logGroupName: group.name,
    pattern,
    metricTransformation: { ...metric, value: "1" },
  });
  address(filter, module, name);
  return metricAlarm(module, {
    name,
    alarmName: `${config.name}-${kebab}`,
    description: `In ${config.accountId}, ${meaning} (CIS ${control}). Look into ${group.name} for who did it, and from where.`,
    threshold,
    comparison: "GreaterThanOrEqualToThreshold",
    metric: { ...metric, dimensions: {}, statistic: "Sum" },
    periodSeconds: 300,
    evaluationPeriods: 1,
    missingData: "notBreaching",
    topic,
  });
}

const thresholdOf = (given: number | "off" | undefined): number | "off" => (given === undefined ? 1 : given);
