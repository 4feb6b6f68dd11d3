import { LoadBalancer, Route, TargetGroup } from "@groundplan/load-balancer";
import type { TerraformStack } from "cdktf";

/** A load balancer in a network that stands already, and a way through it to targets on port 8080. */
export function ingress(stack: TerraformStack): void {
  const network = { vpcId: "vpc-0a1b2c3d", publicSubnetIds: ["subnet-0a1b2c3d", "subnet-0b2c3d4e"] };
  const loadBalancer = new LoadBalancer(stack, "ingress", {
    name: "shop-prod",
    network,
    certificate: { certificateArn: "arn:aws:acm:eu-west-1:111111111111:certificate/6a7b8c9d" },
    logBucket: { bucketName: "shop-logs", bucketArn: "arn:aws:s3:::shop-logs" },
    webAcl: { webAclArn: "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/shop-prod/6a7b8c9d" },
    alarmTopic: { topicArn: "arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts" },
  });
  const api = new TargetGroup(stack, "api", { name: "shop-prod-api", port: 8080, network, healthCheck: { path: "/health" } });
  new Route(stack, "api-route", {
    listenerArn: loadBalancer.httpsListenerArn,
    priority: 10,
    hosts: ["api.shop.example.com"],
    targetGroups: [api],
  });
}
