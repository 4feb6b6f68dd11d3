import { arn, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";

const named = <S extends z.ZodType>(value: S) => structural(z.record(slug(), value), "each entry becomes a subscription").default({});

const slackChannel = z.strictObject({
  workspaceId: z
    .string()
    .regex(/^[TE][0-9A-Z]{8,20}$/, "is no workspace; give Slack's team id, such as T07EA123LEP")
    .describe("Slack's id of the workspace, which an administrator has let AWS into, once and by hand."),
  channelId: z
    .string()
    .regex(/^[CG][0-9A-Z]{8,20}$/, "is no channel; give Slack's channel id, such as C07EZ1ABC23")
    .describe("Slack's id of the channel; to a private one, invite `@Amazon Q` first."),
});

const uuid = (example: string) =>
  z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, `is no id of Microsoft's; give a UUID, such as ${example}`);

const teamsChannel = z.strictObject({
  tenantId: uuid("5d7a9f4e-0d1c-4c57-8e1c-3a9b6f1e2d3c").describe("Microsoft's id of the organization."),
  teamId: uuid("b1f0f3c2-6a41-4a58-9d0e-77b8f6a0c1d2").describe(
    "Microsoft's id of the team, which an administrator has let AWS into, once and by hand.",
  ),
  channelId: z
    .string()
    .regex(/^19(:|%3A)\S+(@|%40)thread\.(tacv2|skype)$/i, "is no channel; give the part of its link that is like 19:…@thread.tacv2")
    .describe("Microsoft's id of the channel, out of its link."),
});

// two of them would be one address in Terraform's letters
function apart(addresses: readonly string[], context: z.core.$RefinementCtx): void {
  const letters = addresses.map((address) => address.toLowerCase().replace(/[^a-z0-9]+/g, "_"));
  addresses.forEach((address, index) => {
    if (letters.indexOf(letters[index] ?? "") === index) return;
    const message = "differs from another one in punctuation or case alone; give one of them a group address of another name";
    context.addIssue({ code: "custom", input: address, path: [index], message });
  });
}

/** Who is told. */
export const subscriptions = z.strictObject({
  email: structural(z.array(structural(z.email(), "the subscription is named after it")), "each becomes a subscription")
    .superRefine(apart)
    .default([])
    .describe("Addresses that get a mail, once they have confirmed by the link in the first one."),
  https: named(z.string().regex(/^https:\/\/\S+$/, "is no HTTPS endpoint; give a URL such as https://events.example.com/alarms")).describe(
    "URLs by a name of yours, each posted to once it has confirmed. Whoever reads the state reads them, with a key in them too.",
  ),
  queues: named(arn("sqs")).describe("ARNs of SQS queues by a name of yours; a queue's policy and key must let the topic in."),
  functions: named(arn("lambda")).describe("ARNs of Lambda functions by a name of yours, which the topic is allowed to call."),
  slack: named(slackChannel).describe("Slack channels by a name of yours, told by Amazon Q Developer in chat applications (AWS Chatbot)."),
  teams: named(teamsChannel).describe("Microsoft Teams channels by a name of yours, told likewise."),
});

export type Subscriptions = z.output<typeof subscriptions>;

/** Whether anybody is told at all. */
export function reachSomebody({ email, ...named }: Subscriptions): boolean {
  return email.length > 0 || Object.values(named).some((entries) => Object.keys(entries).length > 0);
}
