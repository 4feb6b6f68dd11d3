import { EcsService } from "@groundplan/ecs-service";
import type { TerraformStack } from "cdktf";
import { account, alarmTopic, cluster, encryptionKey, ingress, network } from "./surroundings.js";

/** Traffic moves to a new revision at once, by CodeDeploy, after somebody has looked at it on the test listener. */
export function checkout(stack: TerraformStack): EcsService {
  return new EcsService(stack, "checkout", {
    ...account,
    name: "shop-prod-checkout",
    image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:1.4.2",
    port: 8080,
    loadBalancer: "shared",
    paths: ["/checkout/*"],
    priority: 50,
    deployment: { kind: "blueGreen", approvalWaitMinutes: 60, terminationWaitMinutes: 30 },
    parameterName: "/shop/prod/service/checkout",
    cluster,
    network,
    sharedLoadBalancer: ingress,
    alarmTopic,
    encryptionKey,
  });
}
