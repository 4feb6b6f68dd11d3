/**
 * A container as ECS takes it; what is undefined is left out.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface ContainerDefinition {
  readonly name: string;
  readonly image: string;
  readonly essential: boolean;
  readonly cpu?: number | undefined;
  readonly memory?: number | undefined;
  readonly memoryReservation?: number | undefined;
  readonly command?: readonly string[] | undefined;
  readonly entryPoint?: readonly string[] | undefined;
  readonly workingDirectory?: string | undefined;
  readonly user?: string | undefined;
  readonly readonlyRootFilesystem?: boolean | undefined;
  readonly linuxParameters?: LinuxParameters | undefined;
  readonly portMappings?: readonly PortMapping[] | undefined;
  readonly environment?: readonly Variable[] | undefined;
  readonly secrets?: readonly SecretVariable[] | undefined;
  readonly healthCheck?: HealthCheck | undefined;
  readonly stopTimeout?: number | undefined;
  readonly mountPoints?: readonly MountPoint[] | undefined;
  readonly ulimits?: readonly { readonly name: string; readonly softLimit: number; readonly hardLimit: number }[] | undefined;
  readonly dependsOn?: readonly { readonly containerName: string; readonly condition: string }[] | undefined;
  readonly logConfiguration?: LogConfiguration | undefined;
  readonly firelensConfiguration?: { readonly type: string; readonly options: Readonly<Record<string, string>> } | undefined;
}

export interface LinuxParameters {
  readonly initProcessEnabled: boolean;
  readonly capabilities: DroppedCapabilities;
}

export interface DroppedCapabilities {
  /** Empty, and there: ECS returns the list where it was not given, and Terraform would see another task definition. */
  readonly add: readonly string[];
  readonly drop: readonly string[];
}

export interface PortMapping {
  readonly name: string;
  readonly containerPort: number;
  /** The container's own port, always: each task has a network interface to itself. */
  readonly hostPort: number;
  readonly protocol: "tcp" | "udp";
  readonly appProtocol?: string | undefined;
}

export interface Variable {
  readonly name: string;
  readonly value: string;
}

export interface SecretVariable {
  readonly name: string;
  readonly valueFrom: string;
}

export interface HealthCheck {
  readonly command: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly retries: number;
  readonly startPeriod?: number | undefined;
}

export interface MountPoint {
  readonly sourceVolume: string;
  readonly containerPath: string;
  readonly readOnly: boolean;
}

export interface LogConfiguration {
  readonly logDriver: "awslogs" | "awsfirelens";
  readonly options: Readonly<Record<string, string>>;
  readonly secretOptions?: readonly SecretVariable[] | undefined;
}
