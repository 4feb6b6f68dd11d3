import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission/index.js";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";
import type { Subscriptions } from "./subscriptions.js";

interface Subscribers extends Pick<Subscriptions, "email" | "https" | "queues" | "functions"> {
  readonly functionsProvider: AwsProvider | undefined;
}

/**
 * Subscribes all but chat, which AWS subscribes itself. Queues and functions may be in another region than the topic.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html
 */
export function subscribe(module: Construct, topic: SnsTopic, subscribers: Subscribers): SnsTopicSubscription[] {
  const { email, https, queues, functions, functionsProvider } = subscribers;
  const one = (protocol: string, [name, endpoint]: readonly [string, string]): SnsTopicSubscription => {
    const policy = protocol === "https" ? { deliveryPolicy: JSON.stringify({ healthyRetryPolicy: patience }) } : {};
    const subscription = { topicArn: topic.arn, protocol, endpoint, ...policy };
    return address(new SnsTopicSubscription(module, `${protocol}-${name}`, subscription), module, protocol, name);
  };
  for (const [name, functionArn] of Object.entries(functions)) letCall(module, topic, { name, functionArn, provider: functionsProvider });
  return [
    ...email.map((mailbox) => one("email", [mailbox, mailbox])),
    ...Object.entries(https).map((entry) => one("https", entry)),
    ...Object.entries(queues).map((entry) => one("sqs", entry)),
    ...Object.entries(functions).map((entry) => one("lambda", entry)),
  ];
}

// By itself SNS gives an HTTPS endpoint up within a minute: an alarm must outlive its restart. This takes about forty, an hour is the most.
// https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
const patience = {
  minDelayTarget: 10,
  maxDelayTarget: 120,
  numRetries: 30,
  numNoDelayRetries: 1,
  numMinDelayRetries: 2,
  numMaxDelayRetries: 15,
  backoffFunction: "exponential",
};

interface Callable {
  readonly name: string;
  readonly functionArn: string;
  readonly provider: AwsProvider | undefined;
}

// https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
function letCall(module: Construct, topic: SnsTopic, { name, functionArn, provider }: Callable): void {
  address(
    new LambdaPermission(module, `call-${name}`, {
      ...(provider === undefined ? {} : { provider }),
      functionName: functionArn,
      action: "lambda:InvokeFunction",
      principal: "sns.amazonaws.com",
      sourceArn: topic.arn,
    }),
    module,
    name,
  );
}
