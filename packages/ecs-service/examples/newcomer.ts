import { Cluster, EcsService } from "@groundplan/ecs-service";
import type { TerraformStack } from "cdktf";

/** A website behind HTTPS: two tasks in private subnets, deployments that roll back, a web ACL, logs, alarms. */
export function website(stack: TerraformStack): EcsService {
  const account = { accountId: "111111111111", region: "eu-west-1" };
  return new EcsService(stack, "web", {
    ...account,
    name: "shop-prod-web",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4.2",
    size: { cpu: ".5 vCPU", memory: "1 GB" },
    port: 8080,
    loadBalancer: "public",
    hosts: ["www.shop.example.com"],
    cluster: new Cluster(stack, "cluster", { ...account, name: "shop-prod" }),
    network: {
      vpcId: "vpc-0123456789abcdef0",
      publicSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
      privateSubnetIds: ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"],
    },
    zone: { zoneId: "Z0123456789ABCDEFGHIJ", zoneName: "shop.example.com" },
  });
}
