import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { logArchive as archiveOf, type PublicSubnets, policyDocument } from "@groundplan/core";
import { aliasRecord, Certificate, Zone } from "@groundplan/dns";
import { LogBucket } from "@groundplan/log-bucket";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import { WebAcl, type WebAclProps } from "@groundplan/web-acl";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LoadBalancer, type LoadBalancerProps, Route, type RouteProps, TargetGroup, type TargetGroupProps } from "../src/index.js";

const place = { accountId: "111111111111", region: "eu-west-1" };

const logArchive = archiveOf({ project: "shop", accountId: "222222222222", region: place.region });

/** The bucket of an archive, in another account and the load balancer's region. */
const archive = (stack: TerraformStack): void => {
  new AwsProvider(stack, "aws", { region: place.region, assumeRole: [{ roleArn: "arn:aws:iam::222222222222:role/groundplan" }] });
  const { bucket } = new S3Bucket(stack, "archive", { bucket: logArchive.bucketName });
  const policy = policyDocument({
    Sid: "LoadBalancersWrite",
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: ["s3:PutObject"],
    Resource: `${logArchive.bucketArn}/*AWSLogs/${place.accountId}/*`,
  });
  new S3BucketPolicy(stack, "archive-policy", { bucket, policy });
};

/** What changes from one apply to the next. */
interface Changes {
  readonly loadBalancer?: Partial<LoadBalancerProps>;
  readonly webAcl?: Partial<WebAclProps>;
  readonly blue?: Partial<TargetGroupProps>;
  readonly green?: Partial<TargetGroupProps>;
  readonly route?: Partial<RouteProps>;
  readonly weights?: readonly [number, number];
}

const estate =
  (changes: Changes = {}) =>
  (stack: TerraformStack): void => {
    const network = publicNetwork(stack);
    const zone = new Zone(stack, "zone", { name: "shop.example.com", protect: false });
    const certificate = new Certificate(stack, "certificate", {
      zone,
      domainName: "shop.example.com",
      alternativeNames: ["*.shop.example.com"],
    });
    const logBucket = new LogBucket(stack, "logs", {
      bucketName: "shop-logs",
      sourceAccountIds: [place.accountId],
      writers: ["load-balancers"],
      protect: false,
    });
    const webAcl = new WebAcl(stack, "web-acl", { name: "shop", ...place, allow: ["198.51.100.0/24"], ...changes.webAcl });
    const ingress = new LoadBalancer(stack, "ingress", {
      name: "shop",
      network,
      certificate,
      logBucket,
      webAcl,
      protect: false,
      ...changes.loadBalancer,
    });
    for (const name of ["shop.example.com", "*.shop.example.com"]) aliasRecord(ingress, { zone, name, target: ingress });
    const blue = new TargetGroup(stack, "blue", { name: "shop-blue", port: 8080, network, ...changes.blue });
    const green = new TargetGroup(stack, "green", { name: "shop-green", port: 8080, network, ...changes.green });
    const [toBlue, toGreen] = changes.weights ?? [100, 0];
    new Route(stack, "route", {
      listenerArn: ingress.httpsListenerArn,
      priority: 10,
      hosts: ["api.shop.example.com"],
      targetGroups: [
        { targetGroupArn: blue.targetGroupArn, weight: toBlue },
        { targetGroupArn: green.targetGroupArn, weight: toGreen },
      ],
      ...changes.route,
    });
  };

function publicNetwork(stack: TerraformStack): PublicSubnets {
  const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16" });
  const gateway = new InternetGateway(stack, "gateway", { vpcId: vpc.id });
  const subnets = ["a", "b"].map(
    (az, index) =>
      new Subnet(stack, `public_${az}`, {
        vpcId: vpc.id,
        availabilityZone: `${place.region}${az}`,
        cidrBlock: `10.0.${index}.0/24`,
        // a public load balancer is refused where there is no gateway
        dependsOn: [gateway],
      }),
  );
  return { vpcId: vpc.id, publicSubnetIds: subnets.map(({ id }) => id) };
}

/** All at once: AWS's own waits, and the size of a web ACL's schema, make each plan and apply long. */
const changed: Changes = {
  loadBalancer: {
    idleTimeoutSeconds: 120,
    testListener: {},
    sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
    logs: "access",
    logBucket: logArchive,
  },
  webAcl: {
    mode: "count",
    allow: [],
    deny: ["203.0.113.0/24", "2001:db8::/32"],
    rateLimit: 500,
    logs: { requests: "all", redactedHeaders: ["x-shop-token"] },
  },
  blue: { port: 9090, healthCheck: { path: "/health" } },
  green: { healthCheck: { path: "/health", intervalSeconds: 15 }, deregistrationDelaySeconds: 30, stickiness: {} },
  route: { priority: 20, paths: ["/v1/*"], stickinessSeconds: 600 },
  weights: [50, 50],
};

describe("a load balancer behind a web ACL", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "load-balancer" });
    deployment = await world.deployment("load-balancer", estate());
  });
  afterAll(() => world.stop());

  it("is applied, and settles", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("changes in place, its logs to another account's archive too, but for targets of another port and a list that is empty, which go once nothing leads to them", async () => {
    await (await world.deployment("archive", archive)).apply();
    const change = await deployment.change(estate(changed), { allow: ["aws_lb_target_group.blue"] });
    expect(change.update).toEqual([
      "aws_lb.ingress",
      "aws_lb_listener.ingress_https",
      "aws_lb_listener_rule.route",
      "aws_lb_target_group.green",
      "aws_wafv2_web_acl.web_acl",
      "aws_wafv2_web_acl_logging_configuration.web_acl",
    ]);
    expect(change.replace).toEqual(["aws_lb_target_group.blue"]);
    expect(change.destroy).toEqual(["aws_wafv2_ip_set.web_acl_allow_ipv4"]);
    await deployment.expectEmptyPlan();
  });

  it("is destroyed, and nothing is left", async () => {
    await deployment.destroy();
    expect(await deployment.addresses()).toEqual([]);
  });
});
