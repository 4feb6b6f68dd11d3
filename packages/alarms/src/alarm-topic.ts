import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { SnsTopic, type SnsTopicConfig } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy/index.js";
import type { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription/index.js";
import { type AlarmTopic as AlarmTopicContract, address, checkProps, type EncryptionKey, policyDocument } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { Construct } from "constructs";
import { tellChannels } from "./chat.js";
import { type AlarmTopicConfig, schemas } from "./config.js";
import { logDeliveries } from "./delivery-log.js";
import { metricAlarm } from "./metric-alarm.js";
import type { AlarmTopicData } from "./props.generated.js";
import { subscribe } from "./subscribe.js";
import { topicPolicy } from "./topic-policy.js";

/** What an AlarmTopic is made from. */
export interface AlarmTopicProps extends AlarmTopicData {
  /** Its policy must let CloudWatch use it, as that of purpose `alerts` does: under another, alarms are lost without a word. One is made if none is given. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Encrypts the log of failed deliveries, as one of purpose `logs` does; CloudWatch's own key does if none is given. */
  readonly logEncryptionKey?: EncryptionKey | undefined;
  /** Topics of other regions that the chat channels are told by, too: AWS takes a channel only once in an account. */
  readonly otherTopics?: readonly AlarmTopicContract[] | undefined;
  /** Reaches the region of the `functions`, where it is not the topic's: what lets the topic call one stands beside the function. */
  readonly functionsProvider?: AwsProvider | undefined;
  /** Arguments of the topic itself, for what the other properties do not cover. */
  readonly overrides?: { readonly topic?: Partial<SnsTopicConfig> } | undefined;
}

/**
 * An encrypted SNS topic that CloudWatch, EventBridge, RDS and the account's budgets publish to, and those whom it tells.
 *
 * Cost: mails 2 USD for 100,000 beyond the first 1,000 a month, HTTPS 0.06 USD; the alarm on deliveries 0.10 USD a month; a key of its
 * own 1 USD a month.
 *
 * @example new AlarmTopic(this, "alerts", { name: "shop-prod-alerts", accountId, region, subscriptions: { email: ["ops@example.com"] } })
 * @throws {PropsError} where the props do not fit the schema
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class AlarmTopic extends Construct implements AlarmTopicContract {
  readonly topicArn: string;
  readonly topic: SnsTopic;
  readonly policy: SnsTopicPolicy;
  readonly subscriptions: readonly SnsTopicSubscription[];

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { encryptionKey, logEncryptionKey, otherTopics, functionsProvider, overrides, ...data } = props;
    const config = checkProps(this, schemas.AlarmTopic, data);
    const { keyArn } = encryptionKey ?? makeKey(this, config);

    this.topic = address(
      new SnsTopic(this, "topic", {
        name: config.name,
        ...(config.displayName === undefined ? {} : { displayName: config.displayName }),
        kmsMasterKeyId: keyArn,
        // SHA-256 instead of SHA-1
        signatureVersion: 2,
        ...logDeliveries(this, { ...config, encryptionKey: logEncryptionKey }),
        ...overrides?.topic,
      }),
      this,
    );
    this.policy = letPublish(this, this.topic, config);
    // by the policy, so that no alarm is made before it may publish
    this.topicArn = this.policy.arn;
    this.subscriptions = subscribe(this, this.topic, { ...config.subscriptions, functionsProvider });
    const others = (otherTopics ?? []).map(({ topicArn }) => topicArn);
    tellChannels(this, { ...config, topicArns: [this.topicArn, ...others] });
    watchDeliveries(this, config);
  }
}

function makeKey(module: Construct, { name, accountId, region, protect }: AlarmTopicConfig): KmsKey {
  return new KmsKey(module, "key", { purpose: "alerts", alias: name, accountId, region, protect });
}

function letPublish(module: Construct, topic: SnsTopic, config: AlarmTopicConfig): SnsTopicPolicy {
  const policy = policyDocument(...topicPolicy({ ...config, topicArn: topic.arn }));
  return address(new SnsTopicPolicy(module, "policy", { arn: topic.arn, policy }), module);
}

/** Whoever can still be reached is told that somebody else was not. */
function watchDeliveries(module: AlarmTopic, { name }: AlarmTopicConfig): CloudwatchMetricAlarm | undefined {
  return metricAlarm(module, {
    name: "undelivered",
    alarmName: `${name}-undelivered`,
    description: `Somebody subscribed to ${name} could not be told of an alarm. See the log group sns/…/${name}/Failure for whom and why.`,
    threshold: 0,
    comparison: "GreaterThanThreshold",
    metric: { namespace: "AWS/SNS", name: "NumberOfNotificationsFailed", dimensions: { TopicName: name }, statistic: "Sum" },
    periodSeconds: 300,
    evaluationPeriods: 1,
    missingData: "notBreaching",
    topic: module,
    // to tell its end would fail again, and begin it anew
    overrides: { okActions: [] },
  });
}
