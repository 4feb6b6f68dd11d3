import { type Ending, endingText } from "./ending.js";
import { shortRevision } from "./task-definition.js";

/** What a deployment came to. */
export type DeployOutcome = DeployedWhere &
  (
    | Ending
    /** that revision runs already */
    | { readonly status: "unchanged"; readonly tasks: number }
    /** nobody waited for it */
    | { readonly status: "started" }
    /** an apply deploys it */
    | { readonly status: "terraform" }
  );

export interface DeployedWhere {
  readonly environment: string;
  readonly service: string;
  /** `aws`, or `emulator <name>` */
  readonly where: string;
  readonly revision: string;
  readonly image: string | undefined;
  /** CodeDeploy's id */
  readonly deployment?: string;
}

export function deployExitCode({ status }: DeployOutcome): 0 | 1 {
  return status === "failed" || status === "unfinished" ? 1 : 0;
}

export function deployText(outcome: DeployOutcome): string {
  const { environment, service, where, revision, image } = outcome;
  const what = `${shortRevision(revision)}${image === undefined ? "" : ` (${image})`}`;
  return `${environment} ${service} (${where}): ${told(outcome, what)}`;
}

function told(outcome: DeployOutcome, what: string): string {
  switch (outcome.status) {
    case "deployed":
      return `deployed ${what}, ${tasksText(outcome.tasks)}`;
    case "unchanged":
      return `${what} runs already, ${tasksText(outcome.tasks)}`;
    case "started":
      return `started ${outcome.deployment === undefined ? "" : `${outcome.deployment}, `}${what}; nobody waits for it`;
    case "terraform":
      return `nothing to deploy: the image is Terraform's, and an apply rolls ${what} out`;
    case "unfinished":
    case "failed":
      return `${what} is not deployed: ${endingText(outcome)}`;
  }
}

function tasksText(tasks: number): string {
  return `${tasks} ${tasks === 1 ? "task runs" : "tasks run"}`;
}
