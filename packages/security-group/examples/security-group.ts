import { connect, makeSecurityGroup } from "@groundplan/security-group";
import type { TerraformStack } from "cdktf";

/** A service that may ask a database that stands already. */
export function clientOfDatabase(stack: TerraformStack): void {
  const client = makeSecurityGroup(stack, {
    name: "shop-prod-report",
    description: "The reports",
    vpc: { vpcId: "vpc-0a1b2c3d" },
    suffix: "report",
  });
  connect(stack, {
    name: "database",
    from: { securityGroupId: client.id },
    to: { securityGroupId: "sg-0a1b2c3d" },
    port: 5432,
    description: "PostgreSQL",
  });
}
