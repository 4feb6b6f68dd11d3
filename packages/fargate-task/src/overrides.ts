import type { CloudwatchLogGroupConfig } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import type { EcsTaskDefinitionConfig } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import type { ContainerDefinition } from "./container-definition.js";

/**
 * What the props don't cover, in the resources' own words; it wins over what the task says.
 *
 * @example { container: (name) => (name === "app" ? { stopTimeout: 90 } : {}) }
 */
export interface FargateTaskOverrides {
  readonly taskDefinition?: Partial<EcsTaskDefinitionConfig>;
  /** Of any container, what is made beside the main one too; what ECS knows and `ContainerDefinition` does not is passed on. */
  readonly container?: (name: string) => Partial<ContainerDefinition> & Readonly<Record<string, unknown>>;
  readonly logGroup?: Partial<CloudwatchLogGroupConfig>;
}
