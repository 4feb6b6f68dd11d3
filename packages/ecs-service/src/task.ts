import { awsName, type SecurityGroup } from "@groundplan/core";
import { FargateTask, OneOffTask, ScheduledTask } from "@groundplan/fargate-task";
import type { TaskConfig } from "@groundplan/fargate-task/config";
import type { Blueprint } from "./blueprint.js";
import type { EcsServiceConfig } from "./schema/service.js";

/** The service's task: containers, roles and log group. */
export function makeTask({ module, config, wiring, overrides }: Blueprint): FargateTask {
  const { encryptionKey, repositories } = wiring;
  return new FargateTask(module, "task", { ...taskOf(config), encryptionKey, repositories, overrides: overrides.task });
}

/** The task's part of a service's data. */
function taskOf(config: EcsServiceConfig): TaskConfig {
  const {
    desiredCount,
    scaling,
    capacity,
    loadBalancer,
    hosts,
    paths,
    priority,
    targetGroup,
    healthCheckGraceSeconds,
    ownLoadBalancer,
    testListener,
    ownWebAcl,
    deployment,
    serviceConnect,
    executeCommand,
    scheduledTasks,
    oneOffTasks,
    alarms,
    dashboard,
    parameterName,
    ...task
  } = config;
  return task;
}

/** The service's image at certain times, and when a pipeline says so. A pipeline's image is the newest revision of the family. */
export function makeOtherTasks({ module, config, wiring }: Blueprint, task: FargateTask, group: SecurityGroup): void {
  const { name, accountId, region, scheduledTasks, oneOffTasks, parameterName, imageOwner } = config;
  const { cluster, network, alarmTopic } = wiring;
  const shared = { task, cluster, network, securityGroupIds: [group.securityGroupId], followFamily: imageOwner === "pipeline" };
  for (const [key, data] of Object.entries(scheduledTasks)) {
    // no service's name has an underscore: another service's schedule is never called the same
    const scheduleName = awsName("aws_scheduler_schedule", `${name}_${key}`);
    new ScheduledTask(module, `schedule-${key}`, { ...data, ...shared, name: scheduleName, accountId, region, alarmTopic });
  }
  for (const [key, data] of Object.entries(oneOffTasks)) {
    new OneOffTask(module, `one-off-${key}`, { ...data, ...shared, parameterName: `${parameterName}/task/${key}` });
  }
}
