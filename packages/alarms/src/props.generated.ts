// Generated from config.ts by `npm run generate`.

/** The data that `AlarmTopic` is made from. */
export interface AlarmTopicData {
  /** The topic's name, such as `shop-prod-alerts`. Changing it makes another topic. */
  readonly name: string;
  /** Who mails are from, to their readers; the topic's name, if it is left out. */
  readonly displayName?: string | undefined;
  /** The account that owns the topic. */
  readonly accountId: string;
  /** The topic's region, which is that of the alarms that it tells. */
  readonly region: string;
  /** Who is told. */
  readonly subscriptions?: {
    /** Addresses that get a mail, once they have confirmed by the link in the first one. @default [] */
    readonly email?: readonly string[] | undefined;
    /** URLs by a name of yours, each posted to once it has confirmed. Whoever reads the state reads them, with a key in them too. */
    readonly https?: { readonly [name: string]: string } | undefined;
    /** ARNs of SQS queues by a name of yours; a queue's policy and key must let the topic in. */
    readonly queues?: { readonly [name: string]: string } | undefined;
    /** ARNs of Lambda functions by a name of yours, which the topic is allowed to call. */
    readonly functions?: { readonly [name: string]: string } | undefined;
    /** Slack channels by a name of yours, told by Amazon Q Developer in chat applications (AWS Chatbot). */
    readonly slack?: { readonly [name: string]: {
      /** Slack's id of the workspace, which an administrator has let AWS into, once and by hand. */
      readonly workspaceId: string;
      /** Slack's id of the channel; to a private one, invite `@Amazon Q` first. */
      readonly channelId: string;
    } } | undefined;
    /** Microsoft Teams channels by a name of yours, told likewise. */
    readonly teams?: { readonly [name: string]: {
      /** Microsoft's id of the organization. */
      readonly tenantId: string;
      /** Microsoft's id of the team, which an administrator has let AWS into, once and by hand. */
      readonly teamId: string;
      /** Microsoft's id of the channel, out of its link. */
      readonly channelId: string;
    } } | undefined;
  } | undefined;
  /** Days for which it can be looked up what an endpoint did not take. @default 90 */
  readonly deliveryLogRetentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
  /** Refuse a plan that destroys the key that is made where none is given. @default true */
  readonly protect?: boolean | undefined;
}
