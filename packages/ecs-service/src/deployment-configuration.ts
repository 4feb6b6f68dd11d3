import { CodedeployDeploymentConfig } from "@cdktf/provider-aws/lib/codedeploy-deployment-config/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";
import type { SwitchedDeployment } from "./schema/deployment.js";

/**
 * Those that CodeDeploy brings, by percent and minutes.
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html
 */
const predefined: Readonly<Record<"canary" | "linear", Readonly<Record<string, string>>>> = {
  canary: { "10 5": "CodeDeployDefault.ECSCanary10Percent5Minutes", "10 15": "CodeDeployDefault.ECSCanary10Percent15Minutes" },
  linear: { "10 1": "CodeDeployDefault.ECSLinear10PercentEvery1Minutes", "10 3": "CodeDeployDefault.ECSLinear10PercentEvery3Minutes" },
};

/** The name of CodeDeploy's own configuration that does the same, if there is one. */
export function predefinedConfiguration(deployment: SwitchedDeployment): string | undefined {
  if (deployment.kind === "blueGreen") return "CodeDeployDefault.ECSAllAtOnce";
  return predefined[deployment.kind][`${deployment.percent} ${deployment.intervalMinutes}`];
}

/** The name of the configuration by which traffic moves: CodeDeploy's own, or one that is made. */
export function deploymentConfigurationName(module: Construct, deployment: SwitchedDeployment, serviceName: string): string {
  const ofCodeDeploy = predefinedConfiguration(deployment);
  if (ofCodeDeploy !== undefined || deployment.kind === "blueGreen") return ofCodeDeploy ?? "";
  return makeConfiguration(module, deployment, serviceName).deploymentConfigName;
}

type Shifted = Exclude<SwitchedDeployment, { readonly kind: "blueGreen" }>;

// CodeDeploy changes no configuration, so that its name says what it does: the next one is made before the last is gone.
function makeConfiguration(module: Construct, { kind, percent, intervalMinutes }: Shifted, serviceName: string) {
  const step = { interval: intervalMinutes, percentage: percent };
  return address(
    new CodedeployDeploymentConfig(module, "deployment-config", {
      deploymentConfigName: `${serviceName}-${kind}-${percent}-percent-${intervalMinutes}-minutes`,
      computePlatform: "ECS",
      trafficRoutingConfig:
        kind === "canary" ? { type: "TimeBasedCanary", timeBasedCanary: step } : { type: "TimeBasedLinear", timeBasedLinear: step },
      lifecycle: { createBeforeDestroy: true },
    }),
    module,
  );
}
