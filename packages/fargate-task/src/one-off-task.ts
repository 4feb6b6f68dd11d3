import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter/index.js";
import { address, checkProps } from "@groundplan/core";
import { Construct } from "constructs";
import { type OneOffTaskConfig, schemas } from "./config.js";
import type { OneOffTaskData } from "./props.generated.js";
import type { RunnableTask } from "./runnable-task.js";
import type { TaskPlace } from "./task-network.js";
import { tokenJson } from "./token-json.js";

/** What a OneOffTask is made from: its data, and what it is wired to. */
export interface OneOffTaskProps extends OneOffTaskData, TaskPlace {
  /** What is run: a FargateTask, or the like. */
  readonly task: RunnableTask;
}

/**
 * A task that somebody starts, such as a migration before a deployment: a parameter that holds the input of ECS's RunTask, which
 * `groundplan run-task` reads, and any pipeline may.
 *
 * Cost: none; the task costs what it runs.
 *
 * @example new OneOffTask(this, "migrate", { parameterName: "/shop/prod/service/api/task/migrate", command: ["node", "migrate.js"], task, cluster, network, securityGroupIds })
 * @throws {PropsError} where the props do not fit the schema
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export class OneOffTask extends Construct {
  readonly parameterName: string;
  readonly parameter: SsmParameter;

  constructor(scope: Construct, id: string, props: OneOffTaskProps) {
    super(scope, id);
    const { task, cluster, network, securityGroupIds, ...data } = props;
    const config = checkProps(this, schemas.OneOffTask, data);

    this.parameter = address(
      new SsmParameter(this, "parameter", {
        name: config.parameterName,
        description: `input of ECS's RunTask for ${task.family}`,
        type: "String",
        value: tokenJson(runTaskInput(config, { task, cluster, network, securityGroupIds })),
      }),
      this,
    );
    this.parameterName = this.parameter.name;
  }
}

function runTaskInput(config: OneOffTaskConfig, { task, cluster, network, securityGroupIds }: Omit<OneOffTaskProps, keyof OneOffTaskData>) {
  return {
    cluster: cluster.clusterName,
    taskDefinition: config.followFamily ? task.family : task.taskDefinitionArn,
    launchType: "FARGATE",
    count: 1,
    enableECSManagedTags: true,
    propagateTags: "TASK_DEFINITION",
    networkConfiguration: {
      awsvpcConfiguration: { subnets: network.privateSubnetIds, securityGroups: securityGroupIds, assignPublicIp: "DISABLED" },
    },
    overrides: { containerOverrides: [{ name: task.containerName, command: config.command }] },
  };
}
