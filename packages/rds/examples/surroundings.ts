/** What stands already: here by its ids; in a stack of your own, the constructs themselves. */
export const place = { accountId: "111111111111", region: "eu-west-1" };

export const network = {
  vpcId: "vpc-0123456789abcdef0",
  isolatedSubnetIds: ["subnet-0123456789abcdef4", "subnet-0123456789abcdef5", "subnet-0123456789abcdef6"],
  privateSubnetIds: ["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"],
};

/** The network of the second region. */
export const replicaNetwork = {
  vpcId: "vpc-0fedcba9876543210",
  isolatedSubnetIds: ["subnet-0fedcba9876543214", "subnet-0fedcba9876543215"],
};

export const encryptionKey = { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/11111111-1111-1111-1111-111111111111" };

export const alarmTopic = { topicArn: "arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts" };

export const cluster = {
  clusterName: "shop-prod",
  clusterArn: "arn:aws:ecs:eu-west-1:111111111111:cluster/shop-prod",
};
