import { notices as taskNotices } from "@groundplan/fargate-task/config";
import type { EcsServiceConfig } from "./schema/service.js";

/** What a person should know before applying, and need not change. */
export function notices(config: EcsServiceConfig): readonly string[] {
  const { executeCommand, deployment, scaling, capacity } = config;
  return [
    ...taskNotices(config),
    ...(executeCommand === "on" ? ['"executeCommand" is "on": whoever may call ecs:ExecuteCommand has a shell in the containers'] : []),
    ...(deployment.kind !== "rolling" && scaling !== undefined
      ? [
          '"scaling" goes on during a deployment by CodeDeploy, and one that falls together with it may make it fail: it is tried again by hand',
        ]
      : []),
    ...(deployment.kind !== "rolling" && capacity.spot > 0
      ? ['"capacity.spot" may be taken back at any time, in the middle of a deployment too']
      : []),
  ];
}
