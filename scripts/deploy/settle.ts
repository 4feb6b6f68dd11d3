import type { StackFacts } from "../../stacks/facts.js";
import { failureText, InterruptedError } from "../failure.js";
import type { Progress } from "../progress.js";
import { milliseconds } from "../run/options.js";
import type { Run } from "../run/run.js";
import { Clients } from "./clients.js";
import { type Ending, endingText } from "./ending.js";
import { followRollout } from "./follow.js";
import { rolloutOf, runningRevision, taskSetRollout } from "./rollout.js";
import { describeService } from "./service.js";
import { type DeployedService, readServiceParameter } from "./service-parameter.js";
import { serviceParameterIn } from "./service-stack.js";
import { waitingRevision } from "./wanted.js";

/** What became of an applied stack after Terraform was done with it. */
export interface Settled {
  /** why it is no success after all */
  readonly why?: string;
  /** what else there is to do */
  readonly notices: readonly string[];
}

const nothing: Settled = { notices: [] };

/**
 * Terraform is content once ECS has taken a service's new revision; whether it ever runs, ECS finds out afterwards. So a stack with a
 * service is done once that is known. Asked again, the answer is the same: a revision that was rolled back is no success later on.
 */
export async function settle(
  run: Run,
  { facts, json }: { readonly facts: StackFacts; readonly json: string },
  progress: Progress,
): Promise<Settled> {
  const parameterName = serviceParameterIn(json);
  if (parameterName === undefined) return nothing;
  try {
    return await settleService(run, { facts, parameterName }, progress);
  } catch (error) {
    if (error instanceof InterruptedError) throw error;
    // the other stacks of the run have nothing to do with it
    return { why: `applied, and yet nobody knows whether it runs: ${failureText(error)}`, notices: [] };
  }
}

interface ServiceStack {
  readonly facts: StackFacts;
  readonly parameterName: string;
}

async function settleService(run: Run, { facts, parameterName }: ServiceStack, progress: Progress): Promise<Settled> {
  const clients = new Clients(await run.session.access(facts, facts.region));
  const service = await readServiceParameter(clients, parameterName);
  const running = runningRevision(await describeService(clients, service));
  const tell = (text: string) => progress.step(facts.stack, text);
  const ending = await follow({ clients, service, running, tell, milliseconds: milliseconds(run.options.rolloutTimeout) });
  if (ending.status === "unfinished") throw interruptedAt(progress, facts, ending);
  const why = endingText(ending);
  if (why !== undefined) return { why: `applied, and yet ${why}`, notices: [] };
  return { notices: await noticesOf(clients, { facts, service, running }) };
}

interface Following {
  readonly clients: Clients;
  readonly service: DeployedService;
  readonly running: string | undefined;
  readonly milliseconds: number;
  tell(text: string): void;
}

/** Terraform's own revision is what has to run; whatever a pipeline deploys only has to stand. */
function follow({ service, running = "", ...how }: Following): Promise<Ending> {
  const isOurs = service.imageOwner === "terraform" && service.deployment === "rolling";
  const revision = isOurs ? service.revision : running;
  const { cluster, service: name, deployment } = service;
  const followed = { ...how, cluster, service: name, revision, wayBack: "the next apply tells what became of it" };
  if (deployment === "rolling") return followRollout(followed, (now) => rolloutOf(now, revision));
  return followRollout({ ...followed, givesUp: true }, taskSetRollout);
}

function interruptedAt(progress: Progress, { stack }: StackFacts, ending: Extract<Ending, { readonly status: "unfinished" }>): Error {
  progress.end(stack, "failed", ending.why);
  return new InterruptedError();
}

interface Applied {
  readonly facts: StackFacts;
  readonly service: DeployedService;
  readonly running: string | undefined;
}

async function noticesOf(clients: Clients, { facts, service, running }: Applied): Promise<string[]> {
  if (service.imageOwner === "terraform" && service.deployment === "rolling") return [];
  const waiting = await waitingRevision(clients, { service, running });
  if (waiting === undefined) return [];
  const command = ["npm run groundplan -- deploy", facts.of, facts.entry ?? facts.layer, ...waiting.flags].join(" ");
  return [`${waiting.why}: ${command}`];
}
