import { Cluster, EcsService } from "@groundplan/ecs-service";
import type { TerraformStack } from "cdktf";
import { account, alarmTopic, encryptionKey } from "./surroundings.js";

/** A cluster, and a service that only the VPC can call, on a network that somebody else made, with a certificate that stands already. */
export function inventory(stack: TerraformStack): EcsService {
  const cluster = new Cluster(stack, "cluster", { ...account, name: "shop-prod", encryptionKey });
  return new EcsService(stack, "inventory", {
    ...account,
    name: "shop-prod-inventory",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/inventory:1.4.2",
    port: 8080,
    loadBalancer: "internal",
    hosts: ["inventory.internal.example.com"],
    ownLoadBalancer: { allowedCidrs: ["10.0.0.0/16"] },
    cluster,
    network: { vpcId: "vpc-0123456789abcdef0", privateSubnetIds: ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"] },
    certificate: { certificateArn: "arn:aws:acm:eu-west-1:111111111111:certificate/00000000-0000-0000-0000-000000000000" },
    alarmTopic,
    encryptionKey,
  });
}
