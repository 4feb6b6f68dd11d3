import { EcsAccountSettingDefault } from "@cdktf/provider-aws/lib/ecs-account-setting-default/index.js";
import { address } from "@groundplan/core";
import type { RegionBlueprint } from "../blueprint.js";

/**
 * What clusters measure, and how long Fargate waits before it retires a task.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
 */
export function setContainerDefaults({ module, config }: RegionBlueprint): void {
  const { containerInsights, taskRetirementWaitDays } = config.defaults;
  const settings = { containerInsights, fargateTaskRetirementWaitPeriod: String(taskRetirementWaitDays) };
  Object.entries(settings).forEach(([name, value]) => {
    address(new EcsAccountSettingDefault(module, `ecs-${name}`, { name, value }), module, snakeCase(name));
  });
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
