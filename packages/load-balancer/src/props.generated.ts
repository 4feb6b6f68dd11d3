// Generated from config.ts by `npm run generate`.

/** The data that `LoadBalancer` is made from. */
export interface LoadBalancerData {
  /** Its name, such as `shop-prod`; in AWS cut to 32 characters, where it is longer. Changing it makes another. */
  readonly name: string;
  /** `public` stands in public subnets, for the internet; `internal` in private ones, for the VPC. Changing it makes another. @default "public" */
  readonly kind?: "public" | "internal" | undefined;
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
  /** Where CodeDeploy shows a new revision before it takes over, with HTTPS and the same certificates. @default "off" */
  readonly testListener?: "off" | {
    /** Its port. 1 to 65535. @default 8443 */
    readonly port?: number | undefined;
    /** Ranges that may connect: testers, a pipeline. Default: nobody. @default [] */
    readonly allowedCidrs?: readonly string[] | undefined;
  } | undefined;
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
  /** Refuse to delete it, in plans and in AWS: its DNS name would be another. @default true */
  readonly protect?: boolean | undefined;
}

/** The data that `TargetGroup` is made from. */
export interface TargetGroupData {
  /** What stands behind it, such as `shop-prod-api`. AWS's name begins with its last piece, and ends in what makes it unique. */
  readonly name: string;
  /** The targets' port. Changing it makes another group. 1 to 65535. */
  readonly port: number;
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
}

/** The data that `Route` is made from. */
export interface RouteData {
  /** Its number, 1 to 50000; the route with the smallest one that fits is taken. 1 to 50000. */
  readonly priority: number;
  /** Names, in lower case, with `*` and `?`. Default: any. @default [] */
  readonly hosts?: readonly string[] | undefined;
  /** Paths, with `*` and `?`; `/*` is everything. Default: any, where hosts are given. @default [] */
  readonly paths?: readonly string[] | undefined;
  /** With several target groups: seconds for which a client stays with one. Default: it does not. 1 to 604800. */
  readonly stickinessSeconds?: number | undefined;
  /** Who says where requests go: `codedeploy` moves them, and Terraform leaves them where they are. @default "terraform" */
  readonly switchedBy?: "terraform" | "codedeploy" | undefined;
}
