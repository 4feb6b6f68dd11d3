// Generated from config.ts by `npm run generate`.

/** The data that `Cluster` is made from. */
export interface ClusterData {
  /** The cluster's name, and its namespace's, such as `shop-prod`. */
  readonly name: string;
  /** The account that the cluster stands in. */
  readonly accountId: string;
  /** Its region. */
  readonly region: string;
  /** Where tasks run that name no capacity of their own. Services here always name theirs. */
  readonly capacity?: {
    /** Tasks that run on Fargate before any is shared out. 0 to 100000. @default 0 */
    readonly base?: number | undefined;
    /** Weight of Fargate among the rest. 0 to 1000. @default 1 */
    readonly fargate?: number | undefined;
    /** Weight of Fargate Spot: up to 70 % cheaper, and taken back at two minutes' notice. 0 to 1000. @default 0 */
    readonly spot?: number | undefined;
  } | undefined;
  /** CloudWatch's Container Insights. `enhanced` has figures of each task and container; without any, alarms on running tasks see nothing. @default "enhanced" */
  readonly containerInsights?: "enhanced" | "enabled" | "disabled" | undefined;
  /** Days for which CloudWatch keeps what was typed in `aws ecs execute-command`. @default 365 */
  readonly executeCommandLogRetentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
  /** Refuse a plan that destroys the cluster, its namespace or its log group. @default true */
  readonly protect?: boolean | undefined;
}

/** The data that `EcsService` is made from. */
export interface EcsServiceData {
  /** The service's name and its family's, such as `shop-prod-api`; what is made beside it is named after it. */
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
  /** Tasks that run. With `scaling` it only says how many there are at first. 0 to 5000. @default 2 */
  readonly desiredCount?: number | undefined;
  /** Let the number of tasks follow their load. */
  readonly scaling?: {
    /** Tasks at least. 0 to 5000. */
    readonly min: number;
    /** Tasks at most. 0 to 5000. */
    readonly max: number;
    /** Average share of the CPU that is aimed at. @default 60 */
    readonly cpuPercent?: number | "off" | undefined;
    /** Average share of the memory that is aimed at. @default "off" */
    readonly memoryPercent?: number | "off" | undefined;
    /** Requests a minute and task that are aimed at. Needs a load balancer. At least 1. */
    readonly requestsPerTarget?: number | undefined;
    /** Follow an SQS queue: as many tasks as its waiting messages need. */
    readonly queue?: {
      /** The SQS queue's name, in the service's own account and region. */
      readonly queueName: string;
      /** Waiting messages that one task can work off in the time they may wait. At least 1. */
      readonly messagesPerTask: number;
    } | undefined;
    /** Other bounds at certain times, by a name of your own. */
    readonly schedules?: { readonly [name: string]: {
      /** When: `cron(…)` of six fields, `rate(…)` or `at(…)`. */
      readonly schedule: string;
      /** Of `schedule`, such as `Europe/Berlin`. @default "UTC" */
      readonly timezone?: string | undefined;
      /** Tasks at least, from then on. 0 to 5000. */
      readonly min: number;
      /** Tasks at most, from then on. 0 to 5000. */
      readonly max: number;
    } } | undefined;
    /** Seconds after tasks were taken away until more are. 0 to 3600. @default 300 */
    readonly scaleInCooldownSeconds?: number | undefined;
    /** Seconds after tasks were added until more are. 0 to 3600. @default 60 */
    readonly scaleOutCooldownSeconds?: number | undefined;
  } | undefined;
  /** Where the tasks run: Fargate, or Fargate Spot for what may be interrupted. */
  readonly capacity?: {
    /** Tasks that run on Fargate before any is shared out. 0 to 100000. @default 0 */
    readonly base?: number | undefined;
    /** Weight of Fargate among the rest. 0 to 1000. @default 1 */
    readonly fargate?: number | undefined;
    /** Weight of Fargate Spot: up to 70 % cheaper, and taken back at two minutes' notice. 0 to 1000. @default 0 */
    readonly spot?: number | undefined;
  } | undefined;
  /** Where requests come from: a load balancer of the service's own, `public` or `internal`; a `shared` one; or `none`, as for a worker. @default "none" */
  readonly loadBalancer?: "public" | "internal" | "shared" | "none" | undefined;
  /** Whole names that the service answers to. Its certificate has them, where the load balancer is its own. @default [] */
  readonly hosts?: readonly string[] | undefined;
  /** Paths that it answers on, such as `/api/*`. Default: all. @default [] */
  readonly paths?: readonly string[] | undefined;
  /** Place of its rule on a shared listener: the lowest that matches wins. Each service needs its own. 1 to 50000. */
  readonly priority?: number | undefined;
  /** How tasks get requests: health check, stickiness, slow start, and how long they may end what they began. */
  readonly targetGroup?: {
    /** How targets are spoken to; of `HTTPS` the load balancer checks no certificate. Changing it makes another group. @default "HTTP" */
    readonly protocol?: "HTTP" | "HTTPS" | undefined;
    /** The version that targets speak. Changing it makes another group. @default "HTTP1" */
    readonly protocolVersion?: "HTTP1" | "HTTP2" | "GRPC" | undefined;
    /** Which targets get requests. */
    readonly healthCheck?: {
      /** What is asked. Default: `/`; with gRPC `/AWS.ALB/healthcheck`. */
      readonly path?: string | undefined;
      /** Codes that mean health: `200`, `200,204`, `200-299`. Default: `200`; with gRPC its code `12`, unimplemented. */
      readonly matcher?: string | undefined;
      /** Seconds from one check to the next. 5 to 300. @default 10 */
      readonly intervalSeconds?: number | undefined;
      /** Seconds without an answer, after which a check has failed. 2 to 120. @default 5 */
      readonly timeoutSeconds?: number | undefined;
      /** Checks in a row that a target has to pass to get requests. 2 to 10. @default 2 */
      readonly healthyThreshold?: number | undefined;
      /** Checks in a row that a target has to fail to get none. 2 to 10. @default 3 */
      readonly unhealthyThreshold?: number | undefined;
    } | undefined;
    /** Seconds in which a target that goes may still answer: as long as the longest request. 0 to 3600. @default 60 */
    readonly deregistrationDelaySeconds?: number | undefined;
    /** Seconds in which a new target gets more and more requests; 0 for its whole share at once. @default 0 */
    readonly slowStartSeconds?: 0 | number | undefined;
    /** Whether a client stays with a target. @default "off" */
    readonly stickiness?: "off" | {
      /** Whose cookie: the load balancer's, or one that the application sets. @default "lb_cookie" */
      readonly type?: "lb_cookie" | "app_cookie" | undefined;
      /** Seconds for which a client stays with a target. 1 to 604800. @default 86400 */
      readonly durationSeconds?: number | undefined;
      /** For `app_cookie`: the application's cookie. */
      readonly cookieName?: string | undefined;
    } | undefined;
    /** Who is next; `weighted_random` gives less to targets that fail more. @default "round_robin" */
    readonly algorithm?: "round_robin" | "least_outstanding_requests" | "weighted_random" | undefined;
  } | undefined;
  /** Seconds after a task's start in which failed health checks of the load balancer do not count. 0 to 2147483647. @default 60 */
  readonly healthCheckGraceSeconds?: number | undefined;
  /** A load balancer of the service's own, where `loadBalancer` is `public` or `internal`. */
  readonly ownLoadBalancer?: {
    /** Ranges that may connect. Default: everybody, where it is public; where it is internal, nobody but groups that are let in. */
    readonly allowedCidrs?: readonly string[] | undefined;
    /** IPv4 and IPv6; its subnets need ranges of IPv6. @default false */
    readonly dualStack?: boolean | undefined;
    /** TLS versions and ciphers. The default takes TLS 1.3, and 1.2 with forward secrecy, and post-quantum key exchange. @default "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" */
    readonly sslPolicy?: "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09" | "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" | "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09" | "ELBSecurityPolicy-TLS13-1-3-2021-06" | "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" | "ELBSecurityPolicy-TLS13-1-2-2021-06" | "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04" | "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04" | "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04" | undefined;
    /** Seconds without a byte, after which a connection is closed. 1 to 4000. @default 60 */
    readonly idleTimeoutSeconds?: number | undefined;
    /** Seconds after which a client has to connect anew. 60 to 604800. @default 3600 */
    readonly keepAliveSeconds?: number | undefined;
    /** HTTP/2 for clients; gRPC needs it. @default true */
    readonly http2?: boolean | undefined;
    /** `defensive` refuses requests that could be smuggled; `strictest` all that do not follow RFC 7230. @default "defensive" */
    readonly desyncMitigation?: "defensive" | "strictest" | undefined;
    /** What becomes of `X-Forwarded-For`: the client's address is appended, nothing is changed, or it is taken out. @default "append" */
    readonly forwardedFor?: "append" | "preserve" | "remove" | undefined;
    /** Whether applications see `Host` as the client sent it, with its port or without. @default true */
    readonly preserveHost?: boolean | undefined;
    /** What is logged to the bucket: each request, each connection with its TLS handshake. @default "accessAndConnections" */
    readonly logs?: "accessAndConnections" | "access" | "off" | undefined;
    /** Thresholds of its alarms: a number, `{ anomalyBand: 3 }`, or `off`. */
    readonly alarms?: {
      /** Answers of the load balancer's own with 5xx in a minute, such as 502 and 504, from which on it is told. @default 10 */
      readonly serverErrors?: number | {
        /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
        readonly anomalyBand: number;
      } | "off" | undefined;
      /** Connections in a minute that it had no room for, from which on it is told. @default 1 */
      readonly rejectedConnections?: number | {
        /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
        readonly anomalyBand: number;
      } | "off" | undefined;
      /** TLS handshakes in five minutes that clients did not end, from which on it is told; scanners cause some. @default 100 */
      readonly tlsErrors?: number | {
        /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
        readonly anomalyBand: number;
      } | "off" | undefined;
    } | undefined;
  } | undefined;
  /** Where CodeDeploy shows a new revision before it takes over. A shared load balancer has its own, which `off` leaves alone. */
  readonly testListener?: "off" | {
    /** Its port. 1 to 65535. @default 8443 */
    readonly port?: number | undefined;
    /** Ranges that may connect: testers, a pipeline. Default: nobody. @default [] */
    readonly allowedCidrs?: readonly string[] | undefined;
  } | undefined;
  /** What stands before a public load balancer of the service's own, unless a web ACL is wired; `off` lets everything through. */
  readonly ownWebAcl?: "off" | {
    /** `count` stops nobody: for a trial, in which logs and metrics show what would be blocked. @default "block" */
    readonly mode?: "block" | "count" | undefined;
    /** What happens to what AWS's rules find: `block`, `count`, `off`, or `{ count: ["SizeRestrictions_BODY"] }` to block but for these. */
    readonly managedRules?: {
      /** Finds addresses that Amazon knows to attack; 25 capacity units. @default "block" */
      readonly ipReputation?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds VPNs, proxies, Tor, and hosting providers: other people's servers too; 50 capacity units. @default "off" */
      readonly anonymousIps?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds what OWASP lists: cross-site scripting, file inclusion, bodies over 8 KB, requests without a user agent; 700 capacity units. @default "block" */
      readonly common?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds patterns of known exploits, such as Log4j's; 200 capacity units. @default "block" */
      readonly knownBadInputs?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds SQL injection; 200 capacity units. @default "block" */
      readonly sqli?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds paths of administration pages; 100 capacity units. @default "off" */
      readonly adminProtection?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds exploits of Linux; 200 capacity units. @default "off" */
      readonly linux?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds exploits of POSIX shells; 100 capacity units. @default "off" */
      readonly posix?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds exploits of Windows and PowerShell; 200 capacity units. @default "off" */
      readonly windows?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds exploits of PHP; 100 capacity units. @default "off" */
      readonly php?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
      /** Finds exploits of WordPress; 100 capacity units. @default "off" */
      readonly wordpress?: "block" | "count" | "off" | {
        /** Rules of the group that only count, by AWS's names. */
        readonly count: readonly string[];
      } | undefined;
    } | undefined;
    /** Requests of one address in five minutes, beyond which it is blocked until it falls beneath again. @default 2000 */
    readonly rateLimit?: number | "off" | undefined;
    /** Ranges that pass, whatever the rules after it say: monitoring, one's own scanners. @default [] */
    readonly allow?: readonly string[] | undefined;
    /** Ranges that are blocked, before all else. @default [] */
    readonly deny?: readonly string[] | undefined;
    /** Capacity units that the rules may take. Beyond 1500 AWS asks more for each request. 1 to 5000. @default 1500 */
    readonly capacity?: number | undefined;
    /** Logs in CloudWatch, encrypted, without credentials; or `off`. */
    readonly logs?: "off" | {
      /** Days for which CloudWatch keeps them. @default 90 */
      readonly retentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
      /** Which requests are logged. CloudWatch takes 0.57 USD a GB, and a busy site has many that pass. @default "blockedAndCounted" */
      readonly requests?: "all" | "blockedAndCounted" | undefined;
      /** Further headers that hold credentials, in lower case; `authorization`, `cookie`, `proxy-authorization`, `x-amz-security-token`, `x-api-key` are never logged, anyway. @default [] */
      readonly redactedHeaders?: readonly string[] | undefined;
      /** Whether the query string is left out too, where tokens are passed in it. @default false */
      readonly redactQuery?: boolean | undefined;
    } | undefined;
    /** Whether the console shows samples of requests for three hours: whole ones, credentials too. The logs show the same without. @default false */
    readonly sampledRequests?: boolean | undefined;
    /** Thresholds of its alarms: a number, `{ anomalyBand: 3 }`, or `off`. */
    readonly alarms?: {
      /** Requests blocked within five minutes, from which on it is told. @default "off" */
      readonly blockedRequests?: number | {
        /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
        readonly anomalyBand: number;
      } | "off" | undefined;
    } | undefined;
  } | undefined;
  /** How a new revision takes over. Between `rolling` and the others the service is replaced: see the README. @default {"kind":"rolling"} */
  readonly deployment?: {
    /** ECS replaces tasks a few at a time. */
    readonly kind: "rolling";
    /** Share of the wanted tasks that keep running. 0 to 100. @default 100 */
    readonly minimumHealthyPercent?: number | undefined;
    /** Share of the wanted tasks that run at most, old and new together. 101 to 400. @default 200 */
    readonly maximumPercent?: number | undefined;
    /** What happens where new tasks keep failing: back to the last good revision, stop there, or try for ever. @default "rollback" */
    readonly circuitBreaker?: "rollback" | "stop" | "off" | undefined;
    /** Go back where the alarm on 5xx answers or on latency goes off during a deployment. Needs a load balancer. @default false */
    readonly rollbackOnAlarms?: boolean | undefined;
  } | {
    /** All traffic moves at once, by CodeDeploy. */
    readonly kind: "blueGreen";
    /** Minutes for which the old tasks stand by after traffic has moved, so that going back takes seconds. 0 to 2880. @default 5 */
    readonly terminationWaitMinutes?: number | undefined;
    /** Minutes for which the new tasks wait on the test listener for somebody to go on; then the deployment is given up. 0 goes on by itself. 0 to 2880. @default 0 */
    readonly approvalWaitMinutes?: number | undefined;
    /** Go back where the alarm on 5xx answers or on latency goes off during a deployment. @default true */
    readonly rollbackOnAlarms?: boolean | undefined;
  } | {
    /** A share of traffic first, then the rest, by CodeDeploy. */
    readonly kind: "canary";
    /** Minutes for which the old tasks stand by after traffic has moved, so that going back takes seconds. 0 to 2880. @default 5 */
    readonly terminationWaitMinutes?: number | undefined;
    /** Minutes for which the new tasks wait on the test listener for somebody to go on; then the deployment is given up. 0 goes on by itself. 0 to 2880. @default 0 */
    readonly approvalWaitMinutes?: number | undefined;
    /** Go back where the alarm on 5xx answers or on latency goes off during a deployment. @default true */
    readonly rollbackOnAlarms?: boolean | undefined;
    /** Share of traffic in a step. 1 to 99. @default 10 */
    readonly percent?: number | undefined;
    /** Minutes between steps. 1 to 2880. @default 5 */
    readonly intervalMinutes?: number | undefined;
  } | {
    /** Traffic moves in equal steps, by CodeDeploy. */
    readonly kind: "linear";
    /** Minutes for which the old tasks stand by after traffic has moved, so that going back takes seconds. 0 to 2880. @default 5 */
    readonly terminationWaitMinutes?: number | undefined;
    /** Minutes for which the new tasks wait on the test listener for somebody to go on; then the deployment is given up. 0 goes on by itself. 0 to 2880. @default 0 */
    readonly approvalWaitMinutes?: number | undefined;
    /** Go back where the alarm on 5xx answers or on latency goes off during a deployment. @default true */
    readonly rollbackOnAlarms?: boolean | undefined;
    /** Share of traffic in a step. 1 to 99. @default 10 */
    readonly percent?: number | undefined;
    /** Minutes between steps. 1 to 2880. @default 5 */
    readonly intervalMinutes?: number | undefined;
  } | undefined;
  /** Find other services of the cluster by name, and be found. */
  readonly serviceConnect?: {
    /** A `client` finds others; a `server` is found, too. Needs `port`. @default "server" */
    readonly role?: "client" | "server" | undefined;
    /** What others call it by, such as `api` in `http://api:8080`. Default: the service's name. */
    readonly dnsName?: string | undefined;
    /** Port that others call it on. Default: the container's. 1 to 65535. */
    readonly port?: number | undefined;
    /** Seconds after which an idle connection is closed; 0 never. At least 0. @default 3600 */
    readonly idleTimeoutSeconds?: number | undefined;
    /** Seconds that a request may take; 0 is without limit. For HTTP and gRPC. At least 0. @default 15 */
    readonly requestTimeoutSeconds?: number | undefined;
  } | undefined;
  /** Whether people may open a shell in the containers, by `aws ecs execute-command`. Everything typed is logged. @default "off" */
  readonly executeCommand?: "on" | "off" | undefined;
  /** The service's own image at certain times, by a name of your own: `{ cleanup: { schedule: rate(1 day), command: [clean] } }`. */
  readonly scheduledTasks?: { readonly [name: string]: {
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
    /** What happens where a task could not be started; one that fails is not started again. */
    readonly retry?: {
      /** Further tries, where a task could not be started. 0 to 185. @default 3 */
      readonly attempts?: number | undefined;
      /** Seconds after which it is given up. 60 to 86400. @default 3600 */
      readonly withinSeconds?: number | undefined;
    } | undefined;
  } } | undefined;
  /** The service's own image when a pipeline says so, by a name of your own: `{ migrate: { command: [migrate] } }`. Needs `parameterName`. */
  readonly oneOffTasks?: { readonly [name: string]: {
    /** Arguments, instead of the container's. */
    readonly command: readonly string[];
  } } | undefined;
  /** When people are told, at the wired topic. `off` makes no alarm. */
  readonly alarms?: {
    /** Share of requests that the tasks answer by 5xx, in percent. Needs a load balancer, as the next two do. @default 5 */
    readonly serverErrorPercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Time in which 95 of 100 requests are answered, in seconds. @default 2 */
    readonly p95LatencySeconds?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Targets that fail their health check: more than this many. @default 0 */
    readonly unhealthyTargets?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Average share of the CPU that the tasks use, in percent. @default 90 */
    readonly cpuPercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Average share of the memory that the tasks use, in percent. @default 90 */
    readonly memoryPercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Tell where fewer tasks run than are wanted for ten minutes. Needs Container Insights. @default true */
    readonly runningBelowDesired?: boolean | undefined;
    /** Tell where a deployment failed or was rolled back, or ECS finds no place for a task. @default true */
    readonly failedDeployment?: boolean | undefined;
  } | undefined;
  /** A CloudWatch dashboard of the service. @default true */
  readonly dashboard?: boolean | undefined;
  /** The parameter in Systems Manager that tells pipelines how the service is deployed, such as `/shop/prod/service/api`. Default: none. */
  readonly parameterName?: string | undefined;
}
