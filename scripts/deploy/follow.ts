import type { Service } from "@aws-sdk/client-ecs";
import type { Clients } from "./clients.js";
import type { Ending } from "./ending.js";
import type { Rollout } from "./rollout.js";
import { describeService, troubles } from "./service.js";
import { failuresOf } from "./stopped-tasks.js";
import { shortRevision } from "./task-definition.js";
import { until } from "./until.js";

/** A deployment to follow, and who is told of its way. */
export interface Followed {
  readonly clients: Clients;
  readonly cluster: string;
  readonly service: string;
  readonly revision: string;
  readonly milliseconds: number;
  /** how to be rid of it, where it goes on without anybody looking */
  readonly wayBack: string;
  tell(text: string): void;
}

type EndedRollout = Exclude<Rollout, { readonly state: "running" }>;

// what DescribeServices says may be seconds old
const looksToBeSure = 4;

/** Waits until a revision's rollout has ended, as `judge` sees it. */
export async function followRollout(followed: Followed, judge: (service: Service) => Rollout): Promise<Ending> {
  const { clients, revision, milliseconds, tell } = followed;
  let unsure = 0;
  let last: Service | undefined;
  const waited = await until(async () => {
    last = await describeService(clients, followed);
    const rollout = judge(last);
    if (rollout.state === "running") tell(`${shortRevision(revision)}: ${rollout.text}`);
    if (rollout.state === "failed" && !rollout.sure && ++unsure < looksToBeSure) return undefined;
    return rollout.state === "running" ? undefined : rollout;
  }, milliseconds);
  if (waited === "interrupted") return interrupted(followed);
  const end: EndedRollout = waited === "timeout" ? { state: "failed", why: late(followed), sure: true } : waited.found;
  if (end.state !== "failed") return { status: "deployed", tasks: end.tasks };
  const events = last === undefined ? [] : troubles(last);
  return { status: "failed", why: end.why, failures: await failuresOf(clients, followed, revision), events };
}

export function interrupted({ revision, wayBack }: Followed): Ending {
  return { status: "unfinished", why: `interrupted: ${shortRevision(revision)} goes on rolling out in AWS; ${wayBack}` };
}

function late({ revision, milliseconds }: Followed): string {
  return `${shortRevision(revision)} is not done after ${minutes(milliseconds)}`;
}

export function minutes(milliseconds: number): string {
  return milliseconds < 60_000 ? `${Math.round(milliseconds / 1000)} s` : `${Math.round(milliseconds / 60_000)} min`;
}
