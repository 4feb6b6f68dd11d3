/** What stands already: here by its ids; in a stack of your own, the constructs themselves. */
export const account = { accountId: "111111111111", region: "eu-west-1" };

export const network = {
  vpcId: "vpc-0123456789abcdef0",
  publicSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
  privateSubnetIds: ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"],
};

export const cluster = {
  clusterName: "shop-prod",
  clusterArn: "arn:aws:ecs:eu-west-1:111111111111:cluster/shop-prod",
  namespaceArn: "arn:aws:servicediscovery:eu-west-1:111111111111:namespace/ns-0123456789abcdef",
  executeCommandLogGroupArn: "arn:aws:logs:eu-west-1:111111111111:log-group:/ecs/shop-prod/execute-command",
  executeCommandKeyArn: "arn:aws:kms:eu-west-1:111111111111:key/00000000-0000-0000-0000-000000000000",
};

export const zone = { zoneId: "Z0123456789ABCDEFGHIJ", zoneName: "shop.example.com" };

export const alarmTopic = { topicArn: "arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts" };

export const encryptionKey = { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/11111111-1111-1111-1111-111111111111" };

export const logBucket = { bucketName: "shop-prod-logs", bucketArn: "arn:aws:s3:::shop-prod-logs" };

/** A shared load balancer, as an ingress stack publishes it. */
export const ingress = {
  loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shop-prod/0123456789abcdef",
  loadBalancerArnSuffix: "app/shop-prod/0123456789abcdef",
  dnsName: "shop-prod-1234567890.eu-west-1.elb.amazonaws.com",
  canonicalZoneId: "Z32O12XQLNTSW2",
  securityGroupId: "sg-0123456789abcdef0",
  httpsListenerArn: "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/shop-prod/0123456789abcdef/0123456789abcdef",
  testListenerArn: "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/shop-prod/0123456789abcdef/fedcba9876543210",
};
