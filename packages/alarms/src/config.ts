import { accountId, logRetentionDays, type ProductionRule, region, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { reachSomebody, subscriptions } from "./subscriptions.js";

export { subscriptions } from "./subscriptions.js";
export { type Threshold, type ThresholdOptions, threshold } from "./threshold.js";

const alarmTopic = z.strictObject({
  name: structural(
    z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, "is no name; give 1 to 64 letters, digits, - and _"),
    "ARNs and the names of roles are made of it",
  ).describe("The topic's name, such as `shop-prod-alerts`. Changing it makes another topic."),
  displayName: z
    .string()
    .regex(/^[^\n\r]{1,100}$/, "is no display name; give 1 to 100 characters in one line")
    .optional()
    .describe("Who mails are from, to their readers; the topic's name, if it is left out."),
  accountId: accountId().describe("The account that owns the topic."),
  region: region().describe("The topic's region, which is that of the alarms that it tells."),
  subscriptions: subscriptions.prefault({}).describe("Who is told."),
  deliveryLogRetentionDays: logRetentionDays().default(90).describe("Days for which it can be looked up what an endpoint did not take."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse a plan that destroys the key that is made where none is given."),
});

export type AlarmTopicConfig = z.output<typeof alarmTopic>;

/** The data of each class: the props, their defaults, checks and documentation. */
export const schemas = { AlarmTopic: alarmTopic };

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { deliveryLogRetentionDays: 7, protect: false } satisfies Partial<AlarmTopicConfig>;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<Pick<AlarmTopicConfig, "subscriptions">>[] = [
  {
    id: "alerts-reach-somebody",
    path: ["subscriptions"],
    holds: ({ subscriptions }) => reachSomebody(subscriptions),
    message: 'is empty, so that alarms go off unheard; give an address, a channel or an endpoint, such as "email: [ops@example.com]"',
  },
];
