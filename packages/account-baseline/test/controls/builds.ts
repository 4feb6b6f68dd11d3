import type { TerraformStack } from "cdktf";
import { trialNetwork } from "../../../network/examples/nat-instance.js";
import { Network } from "../../../network/src/index.js";
import { shop } from "../../../rds/examples/newcomer.js";
import { Database } from "../../../rds/src/index.js";
import { AccountBaseline, RegionBaseline } from "../../src/index.js";

const place = { name: "shop", accountId: "444444444444", accountKind: "workload", securityAccountId: "222222222222" } as const;

/** An account of which nothing is said but where it is. */
export function bare(stack: TerraformStack): void {
  new AccountBaseline(stack, "baseline", { ...place, region: "eu-west-1" });
}

const contact = { name: "Security", title: "Security team", email: "security@example.com", phone: "+353 1 234 5678" };
const alerts = { email: ["ops@example.com"] };
const vpcPublicAccess = "block-bidirectional";
const watching = { alerts, guardDuty: { features: ["RUNTIME_MONITORING"] }, inspector: {}, macie: {} } as const;

/** An account with all the properties that controls ask for, and no others. */
export function fullAccount(stack: TerraformStack): void {
  new AccountBaseline(stack, "baseline", {
    ...place,
    region: "eu-west-1",
    contacts: { security: contact },
    defaults: { vpcPublicAccess },
    audit: { ...watching, trail: { dataEvents: { buckets: "all" } } },
  });
}

/** A further region, with all that its properties give. */
export function fullRegion(stack: TerraformStack): void {
  new RegionBaseline(stack, "baseline", { ...place, region: "eu-central-1", defaults: { vpcPublicAccess }, audit: watching });
}

const database = { accountId: "111111111111", region: "eu-west-1" } as const;
const isolated = { vpcId: "vpc-0123456789abcdef0", isolatedSubnetIds: ["subnet-0123456789abcdef4", "subnet-0123456789abcdef5"] };

/** An instance and a cluster. */
export function databases(stack: TerraformStack): void {
  shop(stack);
  new Database(stack, "cluster", {
    ...database,
    name: "shop-prod-orders",
    engine: "aurora-postgresql",
    version: "17.4",
    network: isolated,
  });
}

/** An instance on another port. */
export function databaseElsewhere(stack: TerraformStack): void {
  new Database(stack, "main", { ...database, name: "shop-prod-main", engine: "postgres", version: "17", port: 5433, network: isolated });
}

/** A network of NAT instances, whose template and endpoints are looked at. */
export const network = trialNetwork;

export function networkWithEndpoints(stack: TerraformStack): void {
  const cidr = "10.0.0.0/16";
  new Network(stack, "network", { ...database, name: "shop-prod", cidr, interfaceEndpoints: { ec2: {} } });
}
