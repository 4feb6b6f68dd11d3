import type { AlertsContract, DnsContract, KeysContract, LoadBalancerContract, NetworkContract } from "@groundplan/core";
import { aliasRecord, Certificate } from "@groundplan/dns";
import { LoadBalancer } from "@groundplan/load-balancer";
import { WebAcl } from "@groundplan/web-acl";
import { type Environment, type Estate, ownNames, zoneNameOf } from "../environments/load.js";
import { accessLogs } from "./access-logs.js";
import type { EstateStack } from "./estate-stack.js";

/** What an ingress stack is made from. */
interface IngressStack {
  readonly estate: Estate;
  readonly environment: Environment;
  readonly keys: Pick<KeysContract, "logs">;
  readonly alerts: AlertsContract;
  readonly network: NetworkContract;
  readonly dns: DnsContract;
}

/** The load balancer that services share, with a certificate for the environment's zone and every name in it, which all lead to it. */
export function ingressStack(stack: EstateStack<LoadBalancerContract>, setting: IngressStack): void {
  const { estate, environment, network, dns, alerts } = setting;
  const { webAcl: _, logsExpireAfterDays, certificateNames, apex, ...data } = required(environment);
  const zoneName = zoneNameOf(estate, environment);
  const zone = { ...dns, zoneName };
  const { domainName, wildcard } = ownNames(zoneName);

  const loadBalancer = new LoadBalancer(stack, "ingress", {
    ...data,
    name: `${estate.project}-${environment.name}`,
    network,
    certificate: new Certificate(stack, "certificate", {
      zone,
      domainName,
      alternativeNames: [wildcard, ...certificateNames],
    }),
    logBucket: accessLogs(stack, { estate, environment, of: "ingress", expireAfterDays: logsExpireAfterDays }),
    alarmTopic: alerts.home,
    ...webAclOf(stack, setting),
  });

  // once for all services: several may answer to one name by its paths, and none takes it along when it goes
  for (const name of [...(apex ? [domainName] : []), wildcard, ...certificateNames])
    aliasRecord(loadBalancer, { zone, name, target: loadBalancer, ipv6: loadBalancer.dualStack });

  const { loadBalancerArn, loadBalancerArnSuffix, dnsName, canonicalZoneId, securityGroupId, httpsListenerArn, testListenerArn } =
    loadBalancer;
  stack.publish({ loadBalancerArn, loadBalancerArnSuffix, dnsName, canonicalZoneId, securityGroupId, httpsListenerArn, testListenerArn });
}

function webAclOf(stack: EstateStack, { estate, environment, keys, alerts }: IngressStack): { readonly webAcl?: WebAcl } {
  const { webAcl } = required(environment);
  if (webAcl === "off") return {};
  const made = new WebAcl(stack, "web-acl", {
    ...webAcl,
    name: `${estate.project}-${environment.name}`,
    accountId: environment.account.id,
    region: environment.region,
    encryptionKey: keys.logs,
    alarmTopic: alerts.home,
  });
  return { webAcl: made };
}

function required({ name, ingress }: Environment): NonNullable<Environment["ingress"]> {
  if (ingress === undefined) throw new Error(`"${name}" has no ingress, and a stack of it is made`);
  return ingress;
}
