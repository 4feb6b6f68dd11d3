import type { Draft } from "./draft.js";
import type { DataProblem } from "./problem.js";

interface Channel {
  readonly environment: string;
  readonly path: readonly string[];
  readonly id: string;
}

/**
 * AWS takes a chat channel once in an account, so that two environments of one account cannot both be told there.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateSlackChannelConfiguration.html
 */
export function channelProblems(draft: Draft, drafts: readonly Draft[]): DataProblem[] {
  const own = channelsOf(draft);
  if (own.length === 0) return [];
  const before = drafts.slice(0, drafts.indexOf(draft)).filter(({ values }) => values.account === draft.values.account);
  const taken = before.flatMap(channelsOf);
  return own.flatMap(({ path, id }) => {
    const owner = taken.find((one) => one.id === id);
    if (owner === undefined) return [];
    const fix = "AWS takes a channel once in an account; give each environment a channel of its own";
    return [{ path: [...path, "channelId"], value: id, wrong: `is told by ${owner.environment} already`, fix }];
  });
}

function channelsOf({ name, values }: Draft): Channel[] {
  const { slack = {}, teams = {} } = values.alerts?.subscriptions ?? {};
  return Object.entries({ slack, teams }).flatMap(([kind, channels]) =>
    Object.entries(channels).map(([key, { channelId }]) => ({
      environment: name,
      path: ["alerts", "subscriptions", kind, key],
      id: channelId,
    })),
  );
}
