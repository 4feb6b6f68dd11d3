import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { AlarmTopic } from "@groundplan/alarms";
import type {
  AlarmTopic as AlarmTopicContract,
  ClusterContract,
  HostedZone,
  LoadBalancerContract,
  PrivateSubnets,
  PublicSubnets,
} from "@groundplan/core";
import { Certificate, Zone } from "@groundplan/dns";
import { KmsKey } from "@groundplan/kms-key";
import { LoadBalancer } from "@groundplan/load-balancer";
import { LogBucket } from "@groundplan/log-bucket";
import type { Deployment, World } from "@groundplan/testing";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { Cluster } from "../src/index.js";

export const place = { accountId: "111111111111", region: "eu-west-1" };

/** What services stand on. */
export interface Ground {
  readonly network: PrivateSubnets & PublicSubnets;
  readonly zone: HostedZone;
  readonly ingress: LoadBalancerContract;
  readonly cluster: ClusterContract;
  readonly alarmTopic: AlarmTopicContract;
  readonly encryptionKey: { readonly keyArn: string };
}

/** Lays it in a deployment of its own, as an environment's other stacks do, so that several services stand on it side by side. */
export async function layGround(world: World): Promise<{ readonly deployment: Deployment; readonly ground: Ground }> {
  const deployment = await world.deployment("ground", ground);
  await deployment.apply();
  const outputs = await deployment.outputs();
  return { deployment, ground: JSON.parse(String(outputs["ground"])) as Ground };
}

function ground(stack: TerraformStack): void {
  const network = makeNetwork(stack);
  const encryptionKey = new KmsKey(stack, "key", { purpose: "logs", alias: "shop-logs", protect: false, ...place });
  const topic = new AlarmTopic(stack, "alerts", { name: "shop-alerts", protect: false, ...place });
  const zone = new Zone(stack, "zone", { name: "shop.example.com", protect: false });
  const domainName = "*.shop.example.com";
  const certificate = new Certificate(stack, "certificate", { zone, domainName });
  const logBucket = new LogBucket(stack, "logs", {
    bucketName: "shop-logs",
    sourceAccountIds: [place.accountId],
    writers: ["load-balancers"],
    protect: false,
  });
  const ingress = new LoadBalancer(stack, "ingress", { name: "shop", network, certificate, logBucket, protect: false, testListener: {} });
  const cluster = new Cluster(stack, "cluster", { name: "shop", protect: false, encryptionKey, ...place });
  const laid: Ground = {
    network,
    zone: { zoneId: zone.zoneId, zoneName: zone.zoneName },
    ingress: contractOf(ingress),
    cluster: clusterContractOf(cluster),
    alarmTopic: { topicArn: topic.topicArn },
    encryptionKey: { keyArn: encryptionKey.keyArn },
  };
  new TerraformOutput(stack, "ground", { value: JSON.stringify(laid), staticId: true });
}

function makeNetwork(stack: TerraformStack): PrivateSubnets & PublicSubnets {
  const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
  const gateway = new InternetGateway(stack, "gateway", { vpcId: vpc.id });
  const subnets = (tier: string, first: number) =>
    ["a", "b"].map(
      (az, index) =>
        new Subnet(stack, `${tier}_${az}`, {
          vpcId: vpc.id,
          availabilityZone: `${place.region}${az}`,
          cidrBlock: `10.0.${first + index}.0/24`,
          // a public load balancer is refused where there is no gateway
          dependsOn: [gateway],
        }).id,
    );
  return { vpcId: vpc.id, publicSubnetIds: subnets("public", 0), privateSubnetIds: subnets("private", 10) };
}

function contractOf(ingress: LoadBalancer): LoadBalancerContract {
  const { loadBalancerArn, loadBalancerArnSuffix, dnsName, canonicalZoneId, securityGroupId, httpsListenerArn, testListenerArn } = ingress;
  return { loadBalancerArn, loadBalancerArnSuffix, dnsName, canonicalZoneId, securityGroupId, httpsListenerArn, testListenerArn };
}

function clusterContractOf(cluster: Cluster): ClusterContract {
  const { clusterArn, clusterName, namespaceArn, executeCommandLogGroupArn, executeCommandKeyArn } = cluster;
  return { clusterArn, clusterName, namespaceArn, executeCommandLogGroupArn, executeCommandKeyArn };
}
