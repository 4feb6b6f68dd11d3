import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { address } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import type { Blueprint } from "./blueprint.js";
import { engineTraits } from "./engines.js";
import { shapeOf } from "./shape.js";

/** Logs that are exported: the audit plugin's where there is one. */
export function exportedLogs({ config }: Pick<Blueprint, "config">): readonly string[] {
  const { logs } = engineTraits[config.engine];
  // a Multi-AZ DB cluster has no option group, and so no audit plugin; and it logs upgrades to its one log
  return shapeOf(config) === "multiAzCluster" ? logs.filter((log) => log !== "audit") : logs;
}

/**
 * Groups for the exported logs. RDS makes them itself where they are missing, and then nobody encrypts, expires or destroys them.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
 */
export function makeLogGroups(blueprint: Blueprint): readonly CloudwatchLogGroup[] {
  const { module, config } = blueprint;
  const kmsKeyId = logsKeyArn(blueprint);
  const kind = shapeOf(config) === "instance" ? "instance" : "cluster";
  const names = [
    ...exportedLogs(blueprint).map((log) => ({ suffix: log, name: `/aws/rds/${kind}/${config.name}/${log}` })),
    ...(config.proxy === "off" ? [] : [{ suffix: "proxy", name: `/aws/rds/proxy/${config.name}` }]),
  ];
  return names.map(({ suffix, name }) =>
    address(
      new CloudwatchLogGroup(module, `log-${suffix}`, {
        name,
        retentionInDays: config.logRetentionDays,
        kmsKeyId,
        lifecycle: { preventDestroy: config.protect },
      }),
      module,
      suffix,
    ),
  );
}

function logsKeyArn({ module, config, wiring }: Blueprint): string {
  if (wiring.logsKey !== undefined) return wiring.logsKey.keyArn;
  const { name, accountId, region, protect } = config;
  return new KmsKey(module, "logs", { purpose: "logs", alias: `${name}-logs`, accountId, region, protect }).keyArn;
}
