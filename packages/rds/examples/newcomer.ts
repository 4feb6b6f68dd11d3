import { Database } from "@groundplan/rds";
import type { TerraformStack } from "cdktf";

/** A PostgreSQL with a standby, encrypted, backed up for 30 days, watched. */
export function shop(stack: TerraformStack): Database {
  return new Database(stack, "main", {
    name: "shop-prod-main",
    accountId: "111111111111",
    region: "eu-west-1",
    engine: "postgres",
    version: "17",
    network: {
      vpcId: "vpc-0123456789abcdef0",
      isolatedSubnetIds: ["subnet-0123456789abcdef4", "subnet-0123456789abcdef5", "subnet-0123456789abcdef6"],
    },
  });
}
