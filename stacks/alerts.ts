import { AlarmTopic } from "@groundplan/alarms";
import { type AlertsContract, type KeysContract, type AlarmTopic as Topic, UseProvider } from "@groundplan/core";
import { Aspects } from "cdktf";
import type { Environment, Estate } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";

const edgeRegion = "us-east-1";

/** What an alerts stack is made from. */
interface AlertsStack {
  readonly estate: Pick<Estate, "project">;
  readonly environment: Environment;
  readonly keys: Pick<KeysContract, "alerts" | "logs">;
}

/** Whom alarms tell: a topic in the environment's region, and one in us-east-1, since an alarm needs a topic in its own region. */
export function alertsStack(stack: EstateStack<AlertsContract>, setting: AlertsStack): void {
  const edge = setting.environment.region === edgeRegion ? undefined : edgeTopic(stack, setting);
  const home = homeTopic(stack, setting, edge);
  const { topicArn } = home;
  stack.publish({ home: { topicArn }, edge: { topicArn: (edge ?? home).topicArn } });
}

function homeTopic(stack: EstateStack<AlertsContract>, { estate, environment, keys }: AlertsStack, edge: Topic | undefined): AlarmTopic {
  return new AlarmTopic(stack, "alerts", {
    ...environment.alerts,
    name: `${estate.project}-${environment.name}-alerts`,
    accountId: environment.account.id,
    region: environment.region,
    encryptionKey: keys.alerts,
    logEncryptionKey: keys.logs,
    otherTopics: edge === undefined ? [] : [edge],
  });
}

/** With a key of its own: keys do not leave their region. It tells whom the home topic tells; chat channels are the home topic's. */
function edgeTopic(stack: EstateStack<AlertsContract>, { estate, environment }: AlertsStack): AlarmTopic {
  const { subscriptions, ...alerts } = environment.alerts;
  const { slack: _, teams: __, ...anywhere } = subscriptions;
  const topic = new AlarmTopic(stack, "edge-alerts", {
    ...alerts,
    subscriptions: anywhere,
    name: `${estate.project}-${environment.name}-edge-alerts`,
    accountId: environment.account.id,
    region: edgeRegion,
    functionsProvider: stack.homeProvider,
  });
  Aspects.of(topic).add(new UseProvider(stack.edgeProvider()));
  return topic;
}
