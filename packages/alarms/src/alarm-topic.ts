import { SnsTopic, type SnsTopicConfig } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy/index.js";
import { type AlarmTopic as AlarmTopicContract, address, checkProps, type EncryptionKey, policyDocument } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { Construct } from "constructs";
import { schemas } from "./config.js";
import type { AlarmTopicData } from "./props.generated.js";

/** What an AlarmTopic is made from. */
export interface AlarmTopicProps extends AlarmTopicData {
  /** Its policy must let CloudWatch in, as that of purpose `alerts` does: an alarm without it is lost without a word. Left out, one is made. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Arguments of the topic itself, for what the other properties do not cover. */
  readonly overrides?: { readonly topic?: Partial<SnsTopicConfig> } | undefined;
}

export class AlarmTopic extends Construct implements AlarmTopicContract {
  readonly topicArn: string;
  readonly topic: SnsTopic;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { encryptionKey, overrides, ...data } = props;
    const config = checkProps(this, schemas.AlarmTopic, data);
    this.topic = address(new SnsTopic(this, "topic", { name: config.name, ...overrides?.topic }), this);
    this.topicArn = this.topic.arn;
  }
}
