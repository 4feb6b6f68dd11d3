import type { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import { DbInstanceAutomatedBackupsReplication } from "@cdktf/provider-aws/lib/db-instance-automated-backups-replication/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { providerArgument, type Region } from "./place.js";

/**
 * Automated backups of an instance, in the second region too: any point in time, should the first one be gone.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html
 */
export function replicateBackups({ module, config }: Blueprint, instance: DbInstance, second: Region | undefined): void {
  const { inSecondRegionDays: days } = config.backups;
  if (days === "off" || second === undefined) return;
  address(
    new DbInstanceAutomatedBackupsReplication(module, "replicated-backups", {
      sourceDbInstanceArn: instance.arn,
      kmsKeyId: second.keyArn,
      retentionPeriod: days,
      ...providerArgument(second.provider),
    }),
    module,
  );
}
