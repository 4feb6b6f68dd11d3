/** Where alarms are told; an existing topic is `{ topicArn: "arn:aws:sns:…" }`. It must stand in the alarm's own region. */
export interface AlarmTopic {
  readonly topicArn: string;
}

/** What an alerts stack publishes: an alarm needs a topic in its own region, and those of the edge are in us-east-1. */
export interface AlertsContract {
  /** The environment's region. */
  readonly home: AlarmTopic;
  /** us-east-1, for CloudFront and Route 53's health checks. */
  readonly edge: AlarmTopic;
}
