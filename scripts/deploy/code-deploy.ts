import type { DeploymentInfo, ECSTarget } from "@aws-sdk/client-codedeploy";
import { InputError } from "../failure.js";
import { appSpec } from "./app-spec.js";
import type { Clients } from "./clients.js";
import type { Ending } from "./ending.js";
import { type Followed, interrupted, minutes } from "./follow.js";
import type { DeployedService } from "./service-parameter.js";
import { failuresOf } from "./stopped-tasks.js";
import { until } from "./until.js";

/** Where CodeDeploy knows a service by. */
export interface DeploymentGroup {
  readonly application: string;
  readonly deploymentGroup: string;
}

/** @throws {InputError} where one is under way: CodeDeploy takes one at a time */
export async function refuseSecondDeployment(clients: Clients, { application, deploymentGroup }: DeploymentGroup): Promise<void> {
  const { deployments: [running] = [] } = await (await clients.codeDeploy()).listDeployments({
    applicationName: application,
    deploymentGroupName: deploymentGroup,
    includeOnlyStatuses: ["Created", "Queued", "InProgress", "Ready"],
  });
  if (running === undefined) return;
  throw new InputError(
    `deployment ${running} of "${deploymentGroup}" is still under way; wait for it, or stop it: ${stopCommand(running)}`,
  );
}

/** Starts one, and gives its id. */
export async function createDeployment(clients: Clients, service: DeployedService, revision: string): Promise<string> {
  const { application, deploymentGroup } = groupOf(service);
  const { deploymentId } = await (await clients.codeDeploy()).createDeployment({
    applicationName: application,
    deploymentGroupName: deploymentGroup,
    revision: appSpec(service, revision),
    description: "groundplan deploy",
  });
  if (deploymentId === undefined) throw new Error(`CodeDeploy made a deployment of "${deploymentGroup}" without an id`);
  return deploymentId;
}

/** @throws {InputError} where the parameter contradicts itself */
export function groupOf({ service, codeDeploy }: DeployedService): DeploymentGroup {
  if (codeDeploy !== null) return codeDeploy;
  throw new InputError(`nothing says which deployment group of CodeDeploy "${service}" is deployed by; apply its stack again`);
}

export function stopCommand(deploymentId: string): string {
  return `aws deploy stop-deployment --deployment-id ${deploymentId} --auto-rollback-enabled`;
}

/** Waits until CodeDeploy is through with it, the old tasks' last minutes too. */
export async function followDeployment(followed: Followed, deploymentId: string): Promise<Ending> {
  const { clients, revision, milliseconds, tell } = followed;
  const codeDeploy = await clients.codeDeploy();
  const waited = await until(async () => {
    const { deploymentInfo } = await codeDeploy.getDeployment({ deploymentId });
    if (deploymentInfo?.status !== undefined && ["Succeeded", "Failed", "Stopped"].includes(deploymentInfo.status)) return deploymentInfo;
    const target = await targetOf(clients, deploymentId);
    tell(`${deploymentId}: ${deploymentInfo?.status ?? "Created"}${progressText(target, deploymentInfo?.status)}`);
    return undefined;
  }, milliseconds);
  if (waited === "interrupted") return interrupted(followed);
  if (waited !== "timeout" && waited.found.status === "Succeeded") {
    return { status: "deployed", tasks: tasksOf(await targetOf(clients, deploymentId)) };
  }
  const why =
    waited === "timeout"
      ? `${deploymentId} is not done after ${minutes(milliseconds)}; ${stopCommand(deploymentId)}`
      : whyNot(waited.found);
  return { status: "failed", why, failures: await failuresOf(clients, followed, revision), events: [] };
}

async function targetOf(clients: Clients, deploymentId: string): Promise<ECSTarget | undefined> {
  const codeDeploy = await clients.codeDeploy();
  const { targetIds = [] } = await codeDeploy.listDeploymentTargets({ deploymentId });
  if (targetIds.length === 0) return undefined;
  const { deploymentTargets: [target] = [] } = await codeDeploy.batchGetDeploymentTargets({ deploymentId, targetIds });
  return target?.ecsTarget;
}

/** What is going on, and where the traffic is. */
export function progressText(target: ECSTarget | undefined, status: string | undefined): string {
  const now = target?.lifecycleEvents?.find((event) => event.status === "InProgress")?.lifecycleEventName;
  const green = target?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === "Green");
  const parts = [
    ...(now === undefined ? [] : [now]),
    ...(green?.trafficWeight === undefined ? [] : [`${green.trafficWeight} % of the traffic on the new tasks`]),
    // nobody but a person, or a pipeline's next step, lets it go on
    ...(status === "Ready" ? ["waits to be told to go on: aws deploy continue-deployment"] : []),
  ];
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`;
}

function tasksOf(target: ECSTarget | undefined): number {
  return target?.taskSetsInfo?.find(({ taskSetLabel }) => taskSetLabel === "Green")?.runningCount ?? 0;
}

function whyNot({ deploymentId, status, errorInformation, rollbackInfo }: DeploymentInfo): string {
  const told = errorInformation?.message ?? `CodeDeploy says ${status}`;
  const back = rollbackInfo?.rollbackDeploymentId;
  return `${deploymentId} ${status === "Stopped" ? "was stopped" : "failed"}${back === undefined ? "" : ` and was rolled back by ${back}`}: ${told}`;
}
