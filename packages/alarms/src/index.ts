export { AlarmTopic, type AlarmTopicProps } from "./alarm-topic.js";
export type { AlarmTopicConfig } from "./config.js";
export type { Evaluation } from "./evaluation.js";
export { type Metric, type MetricMath, type ShareOf, type Statistic, share } from "./metric.js";
export { type Comparison, type MetricAlarm, metricAlarm } from "./metric-alarm.js";
export type { AlarmTopicData } from "./props.generated.js";
export type { Threshold } from "./threshold.js";
