import { synthesize, type Template } from "@groundplan/testing";
import { LoadBalancer, type LoadBalancerProps } from "../src/index.js";

/** What a load balancer has to have. */
export const base: LoadBalancerProps = {
  name: "shop-prod",
  network: { vpcId: "vpc-1", publicSubnetIds: ["subnet-1", "subnet-2"] },
  certificate: { certificateArn: "arn:aws:acm:eu-west-1:111111111111:certificate/1" },
  logBucket: { bucketName: "shop-logs", bucketArn: "arn:aws:s3:::shop-logs" },
};

/** Everything set. */
export const everything: Partial<LoadBalancerProps> = {
  allowedCidrs: ["198.51.100.0/24", "2001:db8::/32"],
  dualStack: true,
  sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
  idleTimeoutSeconds: 120,
  keepAliveSeconds: 600,
  http2: false,
  desyncMitigation: "strictest",
  forwardedFor: "remove",
  preserveHost: false,
  testListener: { allowedCidrs: ["198.51.100.0/24"] },
  otherCertificates: { shop: { certificateArn: "arn:aws:acm:eu-west-1:111111111111:certificate/2" } },
  clients: { office: { securityGroupId: "sg-office" } },
  webAcl: { webAclArn: "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/shop-prod/1" },
  alarmTopic: { topicArn: "arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts" },
  alarms: { tlsErrors: { anomalyBand: 4 } },
};

/** What a load balancer of the given props synthesizes to. */
export function loadBalancerTemplate(props: Partial<LoadBalancerProps> = {}): Template {
  return synthesize((stack) => void new LoadBalancer(stack, "ingress", { ...base, ...props }));
}
