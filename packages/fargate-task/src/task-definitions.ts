import { EcsTaskDefinition, type EcsTaskDefinitionVolume } from "@cdktf/provider-aws/lib/ecs-task-definition/index.js";
import { address } from "@groundplan/core";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { containersOf } from "./checks/containers.js";
import type { ContainerDefinition } from "./container-definition.js";
import { containerDefinitions } from "./container-definitions.js";
import { scratchVolume } from "./containers.js";
import type { FargateTaskOverrides } from "./overrides.js";
import { placeholderContainer } from "./placeholder.js";
import { placeholderImage } from "./placeholder-image.js";
import type { TaskConfig } from "./schema/task.js";
import { numberText, tokenJson } from "./token-json.js";

/** What a revision is made from. */
export interface Revision {
  readonly module: Construct;
  readonly task: TaskConfig;
  readonly executionRoleArn: string;
  readonly taskRoleArn: string;
  /** What ECS must find before it starts a task. */
  readonly dependsOn: readonly ITerraformDependable[];
  readonly overrides: FargateTaskOverrides | undefined;
}

/** The revision that runs: as the data says it, in the task's family. */
export function makeTaskDefinition(revision: Revision): EcsTaskDefinition {
  const { module, task } = revision;
  const image = task.image ?? placeholderImage;
  return address(new EcsTaskDefinition(module, "task-definition", asGiven(revision, { family: task.name, image })), module);
}

/** The revision that a pipeline takes its own from: as the data says it, in a family beside the task's. */
export function makeTemplate(revision: Revision): EcsTaskDefinition {
  const { module, task } = revision;
  const config = asGiven(revision, { family: `${task.name}-template`, image: task.image ?? placeholderImage });
  return address(new EcsTaskDefinition(module, "template", config), module, "template");
}

/** The first revision of a family that a pipeline owns: a placeholder, and never touched again. */
export function makeFirstRevision(revision: Revision): EcsTaskDefinition {
  const { module, task } = revision;
  const first = new EcsTaskDefinition(module, "task-definition", {
    ...common(revision, task.name),
    containerDefinitions: tokenJson([placeholderContainer(task)]),
    lifecycle: { ignoreChanges: "all" },
  });
  return address(first, module);
}

function asGiven(revision: Revision, { family, image }: { readonly family: string; readonly image: string }) {
  const { task, overrides } = revision;
  const containers = containerDefinitions(task, image).map((container) => ({ ...container, ...overrides?.container?.(container.name) }));
  return {
    ...common(revision, family),
    containerDefinitions: tokenJson(containers satisfies readonly ContainerDefinition[]),
    volume: volumesOf(task),
    ...overrides?.taskDefinition,
  };
}

function common({ task, executionRoleArn, taskRoleArn, dependsOn }: Revision, family: string) {
  return {
    family,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: numberText(task.size.cpu),
    memory: numberText(task.size.memory),
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: task.architecture },
    ...(task.ephemeralStorageGib === undefined ? {} : { ephemeralStorage: { sizeInGib: task.ephemeralStorageGib } }),
    executionRoleArn,
    taskRoleArn,
    skipDestroy: task.skipDestroy,
    dependsOn: [...dependsOn],
  };
}

/** Volumes of the data, and those behind writable paths. */
function volumesOf(task: TaskConfig): EcsTaskDefinitionVolume[] {
  const scratch = containersOf(task).flatMap(({ name, container }) =>
    container.writablePaths.map((path) => ({ name: scratchVolume(name, path) })),
  );
  const named = Object.entries(task.volumes).map(([name, { efs }]) => ({
    name,
    ...(efs === undefined
      ? {}
      : {
          efsVolumeConfiguration: {
            fileSystemId: efs.fileSystemId,
            transitEncryption: "ENABLED",
            authorizationConfig: { accessPointId: efs.accessPointId, iam: "ENABLED" },
          },
        }),
  }));
  return [...named, ...scratch].sort((one, other) => (one.name < other.name ? -1 : 1));
}
