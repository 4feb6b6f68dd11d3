import { EcsService } from "@groundplan/ecs-service";
import type { TerraformStack } from "cdktf";
import { account, cluster, network, zone } from "./surroundings.js";

/** A website behind HTTPS: two tasks in private subnets, deployments that roll back, a web ACL, logs, alarms. */
export function website(stack: TerraformStack): EcsService {
  return new EcsService(stack, "web", {
    ...account,
    name: "shop-prod-web",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4.2",
    size: { cpu: ".5 vCPU", memory: "1 GB" },
    port: 8080,
    loadBalancer: "public",
    hosts: ["www.shop.example.com"],
    cluster,
    network,
    zone,
  });
}
