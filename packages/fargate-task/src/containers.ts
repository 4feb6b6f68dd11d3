import type { ContainerDefinition, LinuxParameters, LogConfiguration, MountPoint, Variable } from "./container-definition.js";
import { dockerCapabilities, type SidecarConfig } from "./schema/container.js";
import { secretVariables } from "./secret-references.js";

/** What a container is made from: the main one's data, or a sidecar's. */
export type ContainerConfig = Omit<SidecarConfig, "cpu" | "memory" | "essential"> & Partial<Pick<SidecarConfig, "cpu" | "memory">>;

/** What a container's surroundings say of it. */
export interface Place {
  readonly name: string;
  readonly essential: boolean;
  readonly logConfiguration: LogConfiguration;
}

/** A container of the task's data, hardened. */
export function containerOf(config: ContainerConfig, { name, essential, logConfiguration }: Place): ContainerDefinition {
  return {
    name,
    image: config.image,
    essential,
    cpu: config.cpu === 0 ? undefined : config.cpu,
    memory: config.memory,
    command: config.command,
    entryPoint: config.entryPoint,
    workingDirectory: config.workingDirectory,
    user: userOf(config),
    readonlyRootFilesystem: config.readOnlyRoot,
    linuxParameters: linuxParameters(config),
    portMappings: portMappings(config, name),
    environment: variables(config.environment),
    secrets: secretVariables(config.secrets),
    healthCheck: healthCheck(config),
    stopTimeout: config.stopTimeoutSeconds,
    mountPoints: mountPoints(config, name),
    ulimits: openFiles(config),
    dependsOn: dependencies(config),
    logConfiguration,
  };
}

function userOf({ user, runAsRoot }: ContainerConfig): string | undefined {
  if (runAsRoot) return "0";
  return user === "image" ? undefined : user;
}

/** An init process passes signals on and reaps what its children leave. */
function linuxParameters({ keepCapabilities }: ContainerConfig): LinuxParameters {
  const kept: readonly string[] = keepCapabilities;
  // Fargate adds none but SYS_PTRACE, so to keep one is to drop the others by name
  const drop = kept.length === 0 ? ["ALL"] : dockerCapabilities.filter((capability) => !kept.includes(capability));
  return { initProcessEnabled: true, capabilities: { add: [], drop } };
}

function portMappings({ port, appProtocol }: ContainerConfig, name: string): ContainerDefinition["portMappings"] {
  if (port === undefined) return undefined;
  return [{ name: portNameOf(name), containerPort: port, hostPort: port, protocol: "tcp", appProtocol }];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
export function portNameOf(containerName: string): string {
  return containerName.toLowerCase().slice(0, 64);
}

/** In the order of their names, as AWS returns them. */
export function variables(environment: Readonly<Record<string, string>>): readonly Variable[] | undefined {
  const entries = Object.entries(environment).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.length === 0 ? undefined : entries.map(([name, value]) => ({ name, value }));
}

function healthCheck({ healthCheck: check }: ContainerConfig): ContainerDefinition["healthCheck"] {
  if (check === undefined) return undefined;
  return {
    command: typeof check.command === "string" ? ["CMD-SHELL", check.command] : ["CMD", ...check.command],
    interval: check.intervalSeconds,
    timeout: check.timeoutSeconds,
    retries: check.retries,
    startPeriod: check.startPeriodSeconds === 0 ? undefined : check.startPeriodSeconds,
  };
}

function mountPoints({ mounts, writablePaths }: ContainerConfig, name: string): readonly MountPoint[] | undefined {
  const points = [
    ...Object.entries(mounts).map(([containerPath, { volume, readOnly }]) => ({ sourceVolume: volume, containerPath, readOnly })),
    ...writablePaths.map((containerPath) => ({ sourceVolume: scratchVolume(name, containerPath), containerPath, readOnly: false })),
  ];
  return points.length === 0 ? undefined : points.sort((one, other) => (one.containerPath < other.containerPath ? -1 : 1));
}

/** The empty volume behind a writable path: each container has its own. */
export function scratchVolume(containerName: string, path: string): string {
  return `${containerName}${path.replace(/[^a-zA-Z0-9]+/g, "-").replace(/-$/, "")}`;
}

function openFiles({ openFilesLimit: limit }: ContainerConfig): ContainerDefinition["ulimits"] {
  return limit === undefined ? undefined : [{ name: "nofile", softLimit: limit, hardLimit: limit }];
}

function dependencies({ dependsOn }: ContainerConfig): ContainerDefinition["dependsOn"] {
  const entries = Object.entries(dependsOn).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.length === 0 ? undefined : entries.map(([containerName, condition]) => ({ containerName, condition }));
}
