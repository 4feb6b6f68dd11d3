import type { PolicyStatement } from "@groundplan/core";
import { accessPointArn, fileSystemArn } from "./arns.js";
import { containersOf } from "./checks/containers.js";
import type { TaskConfig } from "./schema/task.js";

/** X-Ray's own words for what sends traces. https://docs.aws.amazon.com/xray/latest/devguide/security_iam_id-based-policy-examples.html */
export function tracingStatements(): PolicyStatement[] {
  return [
    {
      Sid: "SendsTraces",
      Effect: "Allow",
      Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
      // X-Ray has no resources that these could be held to
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
      Resource: "*",
    },
  ];
}

/** What the router writes to. */
export function routerStatements({ logs }: TaskConfig): PolicyStatement[] {
  const { deliveryStreamArns = [], logGroupArns = [] } = logs.firelens ?? {};
  return [
    ...(deliveryStreamArns.length === 0
      ? []
      : [{ Sid: "WritesToStreams", Effect: "Allow" as const, Action: ["firehose:PutRecordBatch"], Resource: [...deliveryStreamArns] }]),
    ...(logGroupArns.length === 0
      ? []
      : [
          {
            Sid: "WritesToLogGroups",
            Effect: "Allow" as const,
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            // the group's streams
            Resource: logGroupArns.map((arn) => `${arn.replace(/:\*$/, "")}:*`),
          },
        ]),
  ];
}

/** Mounts by the access points alone, and writes only where a container does. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
export function fileSystemStatements(task: TaskConfig): PolicyStatement[] {
  const written = new Set(
    containersOf(task).flatMap(({ container }) =>
      Object.values(container.mounts).flatMap(({ volume, readOnly }) => (readOnly ? [] : [volume])),
    ),
  );
  return Object.entries(task.volumes).flatMap(([name, { efs }]) => {
    if (efs === undefined) return [];
    return [
      {
        Sid: `Mounts${name.replace(/[^a-zA-Z0-9]/g, "")}`,
        Effect: "Allow" as const,
        Action: ["elasticfilesystem:ClientMount", ...(written.has(name) ? ["elasticfilesystem:ClientWrite"] : [])],
        Resource: fileSystemArn(efs.fileSystemId, task),
        Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": accessPointArn(efs.accessPointId, task) } },
      },
    ];
  });
}
