// Generated from config.ts by `npm run generate`.

/** The data that `FargateTask` is made from. */
export interface FargateTaskData {
  /** The family's name, such as `shop-prod-api`; roles and log group are named after it. */
  readonly name: string;
  /** The account that the task runs in. */
  readonly accountId: string;
  /** Its region. */
  readonly region: string;
  /** Who says which image runs: `terraform`, or a `pipeline` whose revisions Terraform never takes back. @default "terraform" */
  readonly imageOwner?: "terraform" | "pipeline" | undefined;
  /** The image, best by digest: `repository@sha256:…`, else `repository:tag`. Left out where a pipeline owns it. */
  readonly image?: string | undefined;
  /** CPU and memory of the whole task, a pair that Fargate runs. @default {"cpu":256,"memory":512} */
  readonly size?: {
    /** CPU units, or vCPU: `1024` and `1 vCPU` are the same. */
    readonly cpu: number | string;
    /** MiB, or GB: `2048` and `2 GB` are the same. */
    readonly memory: number | string;
  } | undefined;
  /** What the images are built for. `ARM64` (Graviton) costs a fifth less. @default "X86_64" */
  readonly architecture?: "X86_64" | "ARM64" | undefined;
  /** Disk of the task. Default: the 20 GiB that cost nothing. 21 to 200. */
  readonly ephemeralStorageGib?: number | undefined;
  /** The main container's name. @default "app" */
  readonly containerName?: string | undefined;
  /** Arguments, instead of the image's `CMD`. */
  readonly command?: readonly string[] | undefined;
  /** Program, instead of the image's `ENTRYPOINT`. */
  readonly entryPoint?: readonly string[] | undefined;
  /** Folder that it starts in. Default: the image's. */
  readonly workingDirectory?: string | undefined;
  /** Port that it listens on. From 1024 on, since it does not run as root. 1 to 65535. */
  readonly port?: number | undefined;
  /** What is spoken there, for Service Connect. Default: any TCP. */
  readonly appProtocol?: "http" | "http2" | "grpc" | undefined;
  /** Environment variables, for what may be read by anybody who may read the task. Secrets belong into `secrets`. */
  readonly environment?: { readonly [name: string]: string } | undefined;
  /** Environment variables from Secrets Manager or Systems Manager. The execution role may read these and no others. */
  readonly secrets?: { readonly [name: string]: {
    /** A secret in Secrets Manager: its ARN, with the six random characters at its end. */
    readonly secretArn?: string | undefined;
    /** A key of the JSON that the secret holds. Default: the whole of it. */
    readonly jsonKey?: string | undefined;
    /** The secret's version by its label. Default: `AWSCURRENT`. */
    readonly versionStage?: string | undefined;
    /** The secret's version by its id. Give this or `versionStage`. */
    readonly versionId?: string | undefined;
    /** A parameter in Systems Manager, by its ARN. */
    readonly parameterArn?: string | undefined;
    /** A parameter in Systems Manager of the same account and region, by its name. */
    readonly parameterName?: string | undefined;
    /** The customer-managed key that it is encrypted by; AWS's own keys need no mention. */
    readonly keyArn?: string | undefined;
  } } | undefined;
  /** The container's own health check, beside a load balancer's. */
  readonly healthCheck?: {
    /** What says whether the container is well, by exit code 0: a line for the image's shell, or a program and its arguments. */
    readonly command: string | readonly string[];
    /** Seconds between checks. 5 to 300. @default 30 */
    readonly intervalSeconds?: number | undefined;
    /** Seconds after which a check has failed. 2 to 60. @default 5 */
    readonly timeoutSeconds?: number | undefined;
    /** Failed checks in a row that make the container unhealthy. 1 to 10. @default 3 */
    readonly retries?: number | undefined;
    /** Seconds at the start in which failed checks do not count. 0 to 300. @default 0 */
    readonly startPeriodSeconds?: number | undefined;
  } | undefined;
  /** Seconds between SIGTERM and SIGKILL. 2 to 120. @default 30 */
  readonly stopTimeoutSeconds?: number | undefined;
  /** Who the container's process is, with its group; `image` leaves it to the image's own `USER`. @default "1000:1000" */
  readonly user?: string | undefined;
  /** Run as root, whatever `user` says. Gives up what keeps a break-in within the process. @default false */
  readonly runAsRoot?: boolean | undefined;
  /** Nothing can be written but to mounts and `writablePaths`. Execute-command needs it off: its agent writes. @default true */
  readonly readOnlyRoot?: boolean | undefined;
  /** Paths for files that need not last, such as `/tmp`: each an empty volume. They are root's unless the image has a `VOLUME` there that is the user's. @default [] */
  readonly writablePaths?: readonly string[] | undefined;
  /** Linux capabilities that are left to the container; all others are dropped. @default [] */
  readonly keepCapabilities?: readonly ("AUDIT_WRITE" | "CHOWN" | "DAC_OVERRIDE" | "FOWNER" | "FSETID" | "KILL" | "MKNOD" | "NET_BIND_SERVICE" | "NET_RAW" | "SETFCAP" | "SETGID" | "SETPCAP" | "SETUID" | "SYS_CHROOT")[] | undefined;
  /** Volumes by the path that they are mounted at. */
  readonly mounts?: { readonly [name: string]: {
    /** A volume of `volumes`. */
    readonly volume: string;
    /** Mount it without writing. @default false */
    readonly readOnly?: boolean | undefined;
  } } | undefined;
  /** Most files and connections open at once (`nofile`, the one limit that Fargate lets be set). Default: Fargate's 65535. 1024 to 1048576. */
  readonly openFilesLimit?: number | undefined;
  /** Containers that come first, and how far they must have come. */
  readonly dependsOn?: { readonly [name: string]: "START" | "COMPLETE" | "SUCCESS" | "HEALTHY" } | undefined;
  /** More containers, by name. */
  readonly sidecars?: { readonly [name: string]: {
    /** The image, best by digest: `repository@sha256:…`, else `repository:tag`. */
    readonly image: string;
    /** Arguments, instead of the image's `CMD`. */
    readonly command?: readonly string[] | undefined;
    /** Program, instead of the image's `ENTRYPOINT`. */
    readonly entryPoint?: readonly string[] | undefined;
    /** Folder that it starts in. Default: the image's. */
    readonly workingDirectory?: string | undefined;
    /** Port that it listens on. From 1024 on, since it does not run as root. 1 to 65535. */
    readonly port?: number | undefined;
    /** What is spoken there, for Service Connect. Default: any TCP. */
    readonly appProtocol?: "http" | "http2" | "grpc" | undefined;
    /** Environment variables, for what may be read by anybody who may read the task. Secrets belong into `secrets`. */
    readonly environment?: { readonly [name: string]: string } | undefined;
    /** Environment variables from Secrets Manager or Systems Manager. The execution role may read these and no others. */
    readonly secrets?: { readonly [name: string]: {
      /** A secret in Secrets Manager: its ARN, with the six random characters at its end. */
      readonly secretArn?: string | undefined;
      /** A key of the JSON that the secret holds. Default: the whole of it. */
      readonly jsonKey?: string | undefined;
      /** The secret's version by its label. Default: `AWSCURRENT`. */
      readonly versionStage?: string | undefined;
      /** The secret's version by its id. Give this or `versionStage`. */
      readonly versionId?: string | undefined;
      /** A parameter in Systems Manager, by its ARN. */
      readonly parameterArn?: string | undefined;
      /** A parameter in Systems Manager of the same account and region, by its name. */
      readonly parameterName?: string | undefined;
      /** The customer-managed key that it is encrypted by; AWS's own keys need no mention. */
      readonly keyArn?: string | undefined;
    } } | undefined;
    /** The container's own health check, beside a load balancer's. */
    readonly healthCheck?: {
      /** What says whether the container is well, by exit code 0: a line for the image's shell, or a program and its arguments. */
      readonly command: string | readonly string[];
      /** Seconds between checks. 5 to 300. @default 30 */
      readonly intervalSeconds?: number | undefined;
      /** Seconds after which a check has failed. 2 to 60. @default 5 */
      readonly timeoutSeconds?: number | undefined;
      /** Failed checks in a row that make the container unhealthy. 1 to 10. @default 3 */
      readonly retries?: number | undefined;
      /** Seconds at the start in which failed checks do not count. 0 to 300. @default 0 */
      readonly startPeriodSeconds?: number | undefined;
    } | undefined;
    /** Seconds between SIGTERM and SIGKILL. 2 to 120. @default 30 */
    readonly stopTimeoutSeconds?: number | undefined;
    /** Who the container's process is, with its group; `image` leaves it to the image's own `USER`. @default "1000:1000" */
    readonly user?: string | undefined;
    /** Run as root, whatever `user` says. Gives up what keeps a break-in within the process. @default false */
    readonly runAsRoot?: boolean | undefined;
    /** Nothing can be written but to mounts and `writablePaths`. Execute-command needs it off: its agent writes. @default true */
    readonly readOnlyRoot?: boolean | undefined;
    /** Paths for files that need not last, such as `/tmp`: each an empty volume. They are root's unless the image has a `VOLUME` there that is the user's. @default [] */
    readonly writablePaths?: readonly string[] | undefined;
    /** Linux capabilities that are left to the container; all others are dropped. @default [] */
    readonly keepCapabilities?: readonly ("AUDIT_WRITE" | "CHOWN" | "DAC_OVERRIDE" | "FOWNER" | "FSETID" | "KILL" | "MKNOD" | "NET_BIND_SERVICE" | "NET_RAW" | "SETFCAP" | "SETGID" | "SETPCAP" | "SETUID" | "SYS_CHROOT")[] | undefined;
    /** Volumes by the path that they are mounted at. */
    readonly mounts?: { readonly [name: string]: {
      /** A volume of `volumes`. */
      readonly volume: string;
      /** Mount it without writing. @default false */
      readonly readOnly?: boolean | undefined;
    } } | undefined;
    /** Most files and connections open at once (`nofile`, the one limit that Fargate lets be set). Default: Fargate's 65535. 1024 to 1048576. */
    readonly openFilesLimit?: number | undefined;
    /** Containers that come first, and how far they must have come. */
    readonly dependsOn?: { readonly [name: string]: "START" | "COMPLETE" | "SUCCESS" | "HEALTHY" } | undefined;
    /** CPU units of its own; 0 takes what the others leave. 0 to 16384. @default 0 */
    readonly cpu?: number | undefined;
    /** Most memory it may take, in MiB; more, and it is killed. Default: what the task has. 6 to 122880. */
    readonly memory?: number | undefined;
    /** Whether the task ends when it does. @default true */
    readonly essential?: boolean | undefined;
  } } | undefined;
  /** Volumes by name, for the containers' `mounts`. */
  readonly volumes?: { readonly [name: string]: {
    /** Files that last, on EFS: encrypted on the way, by IAM. Default: an empty volume that ends with the task. */
    readonly efs?: {
      /** The file system, of the same account and region. */
      readonly fileSystemId: string;
      /** The access point, which says the folder and the user; the task role may mount by no other. */
      readonly accessPointId: string;
    } | undefined;
  } } | undefined;
  /** Where the containers' output goes: a CloudWatch log group of the task's own, encrypted. */
  readonly logs?: {
    /** Days that CloudWatch keeps a line. @default 365 */
    readonly retentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
    /** What happens where CloudWatch is slower than the container writes: lines are dropped, or the container waits. @default "drop" */
    readonly whenFull?: "drop" | "wait" | undefined;
    /** Lines that wait for CloudWatch before any is dropped, in MiB of the task's memory. 1 to 1024. @default 25 */
    readonly bufferMib?: number | undefined;
    /** Regular expression that begins an event; other lines belong to the one before. Default: each line is an event. */
    readonly multilinePattern?: string | undefined;
    /** Send the containers' lines elsewhere, by a FireLens router; its own lines stay in the log group. */
    readonly firelens?: {
      /** The output's options, `Name` among them: `{ Name: firehose, region: eu-west-1, delivery_stream: shop-logs }`. */
      readonly options: { readonly [name: string]: string };
      /** Options that are secrets, such as a vendor's API key. */
      readonly secretOptions?: { readonly [name: string]: {
        /** A secret in Secrets Manager: its ARN, with the six random characters at its end. */
        readonly secretArn?: string | undefined;
        /** A key of the JSON that the secret holds. Default: the whole of it. */
        readonly jsonKey?: string | undefined;
        /** The secret's version by its label. Default: `AWSCURRENT`. */
        readonly versionStage?: string | undefined;
        /** The secret's version by its id. Give this or `versionStage`. */
        readonly versionId?: string | undefined;
        /** A parameter in Systems Manager, by its ARN. */
        readonly parameterArn?: string | undefined;
        /** A parameter in Systems Manager of the same account and region, by its name. */
        readonly parameterName?: string | undefined;
        /** The customer-managed key that it is encrypted by; AWS's own keys need no mention. */
        readonly keyArn?: string | undefined;
      } } | undefined;
      /** Firehose streams that it writes to. @default [] */
      readonly deliveryStreamArns?: readonly string[] | undefined;
      /** CloudWatch log groups that it writes to. @default [] */
      readonly logGroupArns?: readonly string[] | undefined;
      /** The router: AWS for Fluent Bit, at a version. @default "public.ecr.aws/aws-observability/aws-for-fluent-bit:3.4.17" */
      readonly image?: string | undefined;
    } | undefined;
  } | undefined;
  /** X-Ray: an ADOT collector beside the main container, its permissions, and the variables that OpenTelemetry's SDKs read. @default false */
  readonly tracing?: boolean | undefined;
  /** What the containers may use of AWS, by a name of your own. The task role may do nothing else. */
  readonly access?: { readonly [name: string]: {
    /** An S3 bucket. */
    readonly bucketArn?: string | undefined;
    /** A DynamoDB table, with its indexes. */
    readonly tableArn?: string | undefined;
    /** An SQS queue: `write` sends, `read` receives and deletes. */
    readonly queueArn?: string | undefined;
    /** An SNS topic: `write` publishes. */
    readonly topicArn?: string | undefined;
    /** A secret that the application reads itself. */
    readonly secretArn?: string | undefined;
    /** A parameter that the application reads itself. */
    readonly parameterArn?: string | undefined;
    /** What the task may do with it. @default "read" */
    readonly level?: "read" | "write" | "readWrite" | undefined;
    /** The customer-managed key that it is encrypted by. */
    readonly keyArn?: string | undefined;
  } } | undefined;
  /** Leave old revisions registered, so that a deployment can go back to them. They cost nothing. @default true */
  readonly skipDestroy?: boolean | undefined;
  /** Refuse a plan that destroys the log group, or its key where it has one of its own. @default true */
  readonly protect?: boolean | undefined;
}

/** The data that `ScheduledTask` is made from. */
export interface ScheduledTaskData {
  /** The schedule's name, such as `shop-prod-api-cleanup`; its role and queue are named after it. */
  readonly name: string;
  /** The account that it stands in. */
  readonly accountId: string;
  /** Its region. */
  readonly region: string;
  /** When: `cron(0 3 * * ? *)`, `rate(1 day)` or `at(2030-01-31T03:00:00)`. */
  readonly schedule: string;
  /** Of `schedule`. With one that has summer time, a night's hour comes twice or never. @default "UTC" */
  readonly timezone?: string | undefined;
  /** Minutes within which it may start, so that not all start at once; 0 starts on time. 0 to 1440. @default 0 */
  readonly flexibleWindowMinutes?: number | undefined;
  /** Arguments, instead of the container's. */
  readonly command?: readonly string[] | undefined;
  /** Tasks that are started each time. 1 to 10. @default 1 */
  readonly taskCount?: number | undefined;
  /** Whether it starts anything. @default true */
  readonly enabled?: boolean | undefined;
  /** Run the family's newest revision, whoever registered it, instead of Terraform's: for an image that a pipeline owns. @default false */
  readonly followFamily?: boolean | undefined;
  /** What happens where a task could not be started; one that fails is not started again. */
  readonly retry?: {
    /** Further tries, where a task could not be started. 0 to 185. @default 3 */
    readonly attempts?: number | undefined;
    /** Seconds after which it is given up. 60 to 86400. @default 3600 */
    readonly withinSeconds?: number | undefined;
  } | undefined;
}

/** The data that `OneOffTask` is made from. */
export interface OneOffTaskData {
  /** The parameter in Systems Manager that says how it is run, such as `/shop/prod/service/api/task/migrate`. */
  readonly parameterName: string;
  /** Arguments, instead of the container's. */
  readonly command: readonly string[];
  /** Run the family's newest revision, whoever registered it, instead of Terraform's: for an image that a pipeline owns. @default false */
  readonly followFamily?: boolean | undefined;
}
