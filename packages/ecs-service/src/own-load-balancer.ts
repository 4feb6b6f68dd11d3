import { awsName, type Certificate as CertificateContract, type LogBucket as LogBucketContract } from "@groundplan/core";
import { Certificate } from "@groundplan/dns";
import { LoadBalancer } from "@groundplan/load-balancer";
import { LogBucket } from "@groundplan/log-bucket";
import { WebAcl } from "@groundplan/web-acl";
import { type Blueprint, missingWire } from "./blueprint.js";

/** A load balancer of the service's own, with all that it needs and nobody has wired. */
export function makeOwnLoadBalancer(blueprint: Blueprint): LoadBalancer {
  const { module, config, wiring, overrides } = blueprint;
  const { name, loadBalancer, ownLoadBalancer, testListener, deployment, protect } = config;
  return new LoadBalancer(module, "load-balancer", {
    ...ownLoadBalancer,
    name,
    kind: loadBalancer === "internal" ? "internal" : "public",
    testListener: deployment.kind === "rolling" ? "off" : testListener,
    protect,
    network: { ...wiring.network },
    certificate: certificateOf(blueprint),
    logBucket: logBucketOf(blueprint),
    webAcl: webAclOf(blueprint),
    alarmTopic: wiring.alarmTopic,
    overrides: overrides.loadBalancer,
  });
}

function certificateOf(blueprint: Blueprint): CertificateContract {
  const { module, config, wiring } = blueprint;
  if (wiring.certificate !== undefined) return wiring.certificate;
  const [domainName, ...alternativeNames] = config.hosts;
  if (wiring.zone === undefined || domainName === undefined)
    throw missingWire(blueprint, "zone", 'give the hosted zone of "hosts", or a certificate that exists already as "certificate"');
  return new Certificate(module, "certificate", { domainName, alternativeNames, zone: wiring.zone });
}

function logBucketOf({ module, config, wiring }: Blueprint): LogBucketContract | undefined {
  if (wiring.logBucket !== undefined || config.ownLoadBalancer.logs === "off") return wiring.logBucket;
  const { name, accountId, region, protect } = config;
  return new LogBucket(module, "logs", {
    bucketName: awsName("aws_s3_bucket", name, "logs", accountId, region),
    writers: ["load-balancers"],
    sourceAccountIds: [accountId],
    protect,
  });
}

function webAclOf({ module, config, wiring }: Blueprint): { readonly webAclArn: string } | undefined {
  if (wiring.webAcl !== undefined) return wiring.webAcl;
  if (config.loadBalancer !== "public" || config.ownWebAcl === "off") return undefined;
  const { name, accountId, region, ownWebAcl } = config;
  const { encryptionKey, alarmTopic } = wiring;
  return new WebAcl(module, "web-acl", { ...ownWebAcl, name, accountId, region, scope: "regional", encryptionKey, alarmTopic });
}
