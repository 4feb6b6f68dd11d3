import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission/index.js";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";
import type { Subscriptions } from "./subscriptions.js";

/** Subscribes all but chat, which AWS subscribes itself. */
export function subscribe(module: Construct, topic: SnsTopic, { email, https, queues, functions }: Subscriptions): SnsTopicSubscription[] {
  const one = (protocol: string, name: string, endpoint: string): SnsTopicSubscription =>
    address(new SnsTopicSubscription(module, `${protocol}-${name}`, { topicArn: topic.arn, protocol, endpoint }), module, protocol, name);
  const each = (protocol: string, endpoints: Readonly<Record<string, string>>): SnsTopicSubscription[] =>
    Object.entries(endpoints).map(([name, endpoint]) => one(protocol, name, endpoint));
  for (const [name, functionArn] of Object.entries(functions)) letCall(module, topic, { name, functionArn });
  return [
    ...email.map((mailbox) => one("email", mailbox, mailbox)),
    ...each("https", https),
    ...each("sqs", queues),
    ...each("lambda", functions),
  ];
}

// https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
function letCall(module: Construct, topic: SnsTopic, { name, functionArn }: { readonly name: string; readonly functionArn: string }): void {
  address(
    new LambdaPermission(module, `call-${name}`, {
      functionName: functionArn,
      action: "lambda:InvokeFunction",
      principal: "sns.amazonaws.com",
      sourceArn: topic.arn,
    }),
    module,
    name,
  );
}
