import { EcsService } from "@groundplan/ecs-service";
import type { TerraformStack } from "cdktf";
import { account, alarmTopic, cluster, encryptionKey, ingress, network, zone } from "./surroundings.js";

/** An API beside others on one load balancer, found by its host; other services call it by name. */
export function api(stack: TerraformStack): EcsService {
  return new EcsService(stack, "api", {
    ...account,
    name: "shop-prod-api",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2",
    port: 8080,
    appProtocol: "http",
    loadBalancer: "shared",
    hosts: ["api.shop.example.com"],
    priority: 100,
    targetGroup: { healthCheck: { path: "/health" } },
    scaling: { min: 2, max: 10, requestsPerTarget: 1000 },
    serviceConnect: { dnsName: "api" },
    cluster,
    network,
    sharedLoadBalancer: ingress,
    zone,
    alarmTopic,
    encryptionKey,
  });
}
