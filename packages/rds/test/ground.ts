import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { AlarmTopic } from "@groundplan/alarms";
import { KmsKey } from "@groundplan/kms-key";
import type { TerraformStack } from "cdktf";
import type { DatabaseProps } from "../src/index.js";

export const place = { accountId: "111111111111", region: "eu-west-1" };

/** What a database stands on, in its own stack. */
export function ground(stack: TerraformStack): Pick<DatabaseProps, "network" | "encryptionKey" | "logsKey" | "alarmTopic"> {
  const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
  const subnets = ["a", "b", "c"].map(
    (az, index) =>
      new Subnet(stack, `isolated_${az}`, {
        vpcId: vpc.id,
        availabilityZone: `${place.region}${az}`,
        cidrBlock: `10.0.${index}.0/24`,
      }),
  );
  const key = (purpose: "data" | "logs") => new KmsKey(stack, purpose, { purpose, alias: `shop-${purpose}`, protect: false, ...place });
  return {
    network: { vpcId: vpc.id, isolatedSubnetIds: subnets.map(({ id }) => id) },
    encryptionKey: key("data"),
    logsKey: key("logs"),
    alarmTopic: new AlarmTopic(stack, "alerts", { name: "shop-alerts", protect: false, ...place }),
  };
}
