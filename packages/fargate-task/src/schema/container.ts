import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { environmentFields } from "./environment.js";
import { absolutePath, containerName, image } from "./fields.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const healthCheck = z.strictObject({
  command: structural(z.union([z.string().min(1), z.array(z.string()).min(1)]), "its form decides how ECS runs it").describe(
    "What says whether the container is well, by exit code 0: a line for the image's shell, or a program and its arguments.",
  ),
  intervalSeconds: z.int().min(5).max(300).default(30).describe("Seconds between checks."),
  timeoutSeconds: z.int().min(2).max(60).default(5).describe("Seconds after which a check has failed."),
  retries: z.int().min(1).max(10).default(3).describe("Failed checks in a row that make the container unhealthy."),
  startPeriodSeconds: z.int().min(0).max(300).default(0).describe("Seconds at the start in which failed checks do not count."),
});

const mount = z.strictObject({
  volume: z.string().min(1).describe("A volume of `volumes`."),
  readOnly: structural(z.boolean(), "it decides what the task may do with the volume").default(false).describe("Mount it without writing."),
});

/** Docker's own set: what a container may do unless it is taken away. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html */
export const dockerCapabilities = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "NET_RAW",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
] as const;

const hardeningFields = {
  user: structural(
    z.string().regex(/^([a-z_][a-z0-9_-]*|\d+)(:([a-z_][a-z0-9_-]*|\d+))?$/, 'is no user; give one such as "1000:1000", or "image"'),
    "it decides whether the container runs as root",
  )
    .default("1000:1000")
    .describe("Who the container's process is, with its group; `image` leaves it to the image's own `USER`."),
  runAsRoot: structural(z.boolean(), "it decides who the container runs as")
    .default(false)
    .describe("Run as root, whatever `user` says. Gives up what keeps a break-in within the process."),
  readOnlyRoot: structural(z.boolean(), "it goes with other properties")
    .default(true)
    .describe("Nothing can be written but to mounts and `writablePaths`. Execute-command needs it off: its agent writes."),
  writablePaths: structural(z.array(absolutePath()), "a volume is made for each")
    .default([])
    .describe(
      "Paths for files that need not last, such as `/tmp`: each an empty volume. They are root's unless the image has a `VOLUME` there that is the user's.",
    ),
  keepCapabilities: structural(z.array(z.enum(dockerCapabilities)), "the others are taken away by name")
    .default([])
    .describe("Linux capabilities that are left to the container; all others are dropped."),
};

/** What every container of a task has. */
export const containerFields = {
  image: image().describe("The image, best by digest: `repository@sha256:…`, else `repository:tag`."),
  command: z.array(z.string()).min(1).optional().describe("Arguments, instead of the image's `CMD`."),
  entryPoint: z.array(z.string()).min(1).optional().describe("Program, instead of the image's `ENTRYPOINT`."),
  workingDirectory: absolutePath().optional().describe("Folder that it starts in. Default: the image's."),
  port: z.int().min(1).max(65535).optional().describe("Port that it listens on. From 1024 on, since it does not run as root."),
  appProtocol: z.enum(["http", "http2", "grpc"]).optional().describe("What is spoken there, for Service Connect. Default: any TCP."),
  ...environmentFields,
  healthCheck: healthCheck.optional().describe("The container's own health check, beside a load balancer's."),
  stopTimeoutSeconds: z.int().min(2).max(120).default(30).describe("Seconds between SIGTERM and SIGKILL."),
  ...hardeningFields,
  mounts: structural(z.record(absolutePath(), mount), "they are checked against the volumes")
    .default({})
    .describe("Volumes by the path that they are mounted at."),
  openFilesLimit: z
    .int()
    .min(1024)
    .max(1_048_576)
    .optional()
    .describe("Most files and connections open at once (`nofile`, the one limit that Fargate lets be set). Default: Fargate's 65535."),
  dependsOn: structural(
    z.record(containerName(), z.enum(["START", "COMPLETE", "SUCCESS", "HEALTHY"])),
    "it is checked against the containers",
  )
    .default({})
    .describe("Containers that come first, and how far they must have come."),
};

/** A container beside the main one. */
export const sidecar = z.strictObject({
  ...containerFields,
  cpu: z.int().min(0).max(16384).default(0).describe("CPU units of its own; 0 takes what the others leave."),
  memory: z
    .int()
    .min(6)
    .max(122_880)
    .optional()
    .describe("Most memory it may take, in MiB; more, and it is killed. Default: what the task has."),
  essential: structural(z.boolean(), "it goes with what others wait for").default(true).describe("Whether the task ends when it does."),
});

export type SidecarConfig = z.output<typeof sidecar>;
