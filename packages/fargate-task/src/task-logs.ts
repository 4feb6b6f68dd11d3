import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { address, awsName, type EncryptionKey } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import type { Construct } from "constructs";
import { logGroupName } from "./log-configuration.js";
import type { FargateTaskOverrides } from "./overrides.js";
import type { TaskConfig } from "./schema/task.js";

interface LogWiring {
  readonly encryptionKey: EncryptionKey | undefined;
  readonly overrides: FargateTaskOverrides | undefined;
}

/** The group that the containers write to, encrypted. */
export function makeLogGroup(module: Construct, task: TaskConfig, { encryptionKey, overrides }: LogWiring): CloudwatchLogGroup {
  return address(
    new CloudwatchLogGroup(module, "log-group", {
      name: logGroupName(task),
      retentionInDays: task.logs.retentionDays,
      kmsKeyId: (encryptionKey ?? makeKey(module, task)).keyArn,
      lifecycle: { preventDestroy: task.protect },
      ...overrides?.logGroup,
    }),
    module,
  );
}

function makeKey(module: Construct, { name, accountId, region, protect }: TaskConfig): KmsKey {
  return new KmsKey(module, "logs", { purpose: "logs", alias: awsName("aws_kms_alias", name, "logs"), accountId, region, protect });
}
