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
  /** nothing of AWS's gives up, so that enough failed tasks, and none that runs, are told as a failure */
  readonly givesUp?: boolean;
  tell(text: string): void;
}

type RunningRollout = Extract<Rollout, { readonly state: "running" }>;
type EndedRollout = Exclude<Rollout, { readonly state: "running" }>;

// what DescribeServices says may be seconds old
const looksToBeSure = 4;
const fewestFailures = 3;

/** Waits until a revision's rollout has ended, as `judge` sees it. */
export async function followRollout(followed: Followed, judge: (service: Service) => Rollout): Promise<Ending> {
  const { clients, revision, milliseconds, tell } = followed;
  let unsure = 0;
  let last: Service | undefined;
  const waited = await until(async (): Promise<EndedRollout | undefined> => {
    last = await describeService(clients, followed);
    const rollout = judge(last);
    if (rollout.state === "failed" && !rollout.sure && ++unsure < looksToBeSure) return undefined;
    if (rollout.state !== "running") return rollout;
    tell(`${shortRevision(revision)}: ${rollout.text}`);
    return hopeless(followed, rollout);
  }, milliseconds);
  if (waited === "interrupted") return interrupted(followed);
  const end = waited === "timeout" ? late(followed) : waited.found;
  if (end.state !== "failed") return { status: "deployed", tasks: end.tasks };
  const events = last === undefined ? [] : troubles(last);
  return { status: "failed", why: end.why, failures: await failuresOf(clients, followed, revision), events };
}

/**
 * What ECS's circuit breaker would say, were it there.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
async function hopeless(followed: Followed, { running }: RunningRollout): Promise<EndedRollout | undefined> {
  if (!followed.givesUp || running > 0) return undefined;
  const failures = await failuresOf(followed.clients, followed, followed.revision);
  const stopped = failures.reduce((sum, { tasks }) => sum + tasks, 0);
  if (stopped < fewestFailures) return undefined;
  return { state: "failed", why: `${shortRevision(followed.revision)} does not come up; ECS goes on trying`, sure: true };
}

function late({ revision, milliseconds }: Followed): EndedRollout {
  return { state: "failed", why: `${shortRevision(revision)} is not done after ${minutes(milliseconds)}`, sure: true };
}

export function interrupted({ revision, wayBack }: Followed): Ending {
  return { status: "unfinished", why: `interrupted: ${shortRevision(revision)} goes on rolling out in AWS; ${wayBack}` };
}

export function minutes(milliseconds: number): string {
  return milliseconds < 60_000 ? `${Math.round(milliseconds / 1000)} s` : `${Math.round(milliseconds / 60_000)} min`;
}
