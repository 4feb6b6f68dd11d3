import { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import {
  address,
  awsName,
  isUnknown,
  type LogBucket,
  type PrivateSubnets,
  PropsError,
  type PublicSubnets,
  type SecurityGroup,
} from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";

/** What the load balancer itself is wired to. */
interface Wiring {
  readonly network: PublicSubnets | PrivateSubnets;
  readonly securityGroup: SecurityGroup;
  readonly logBucket: LogBucket | undefined;
}

export function makeBalancer(blueprint: Blueprint, { network, securityGroup, logBucket }: Wiring): Lb {
  const { module, config, overrides } = blueprint;
  return address(
    new Lb(module, "load-balancer", {
      name: awsName("aws_lb", config.name),
      loadBalancerType: "application",
      internal: config.kind === "internal",
      ipAddressType: config.dualStack ? "dualstack" : "ipv4",
      subnets: [...subnetsOf(blueprint, network)],
      securityGroups: [securityGroup.securityGroupId],
      idleTimeout: config.idleTimeoutSeconds,
      clientKeepAlive: config.keepAliveSeconds,
      enableHttp2: config.http2,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: config.desyncMitigation,
      xffHeaderProcessingMode: config.forwardedFor,
      preserveHostHeader: config.preserveHost,
      enableDeletionProtection: config.protect,
      ...logsOf(blueprint, logBucket),
      tags: { Name: config.name },
      lifecycle: { preventDestroy: config.protect },
      ...overrides.loadBalancer,
    }),
    module,
  );
}

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
function subnetsOf({ module, config }: Blueprint, network: Wiring["network"]): readonly string[] {
  const property = config.kind === "public" ? "publicSubnetIds" : "privateSubnetIds";
  const ids = idsOf(network, property);
  const refuse = (wrong: string, fix: string): never => {
    throw new PropsError(module.node.path, [{ path: ["network", property], value: ids, wrong, fix }]);
  };
  if (ids === undefined) return refuse("is missing", `give the subnets of one that is ${config.kind}`);
  if (!isUnknown(ids) && ids.length < 2) return refuse("is too short", "give subnets in two AZs at least");
  return ids;
}

function idsOf(network: Wiring["network"], property: "publicSubnetIds" | "privateSubnetIds"): readonly string[] | undefined {
  const subnets: Partial<PublicSubnets & PrivateSubnets> = network;
  return subnets[property];
}

function logsOf({ module, config }: Blueprint, bucket: LogBucket | undefined) {
  if (config.logs === "off") return {};
  if (bucket === undefined) {
    const fix = 'give the bucket that takes the logs, or set "logs" to off';
    throw new PropsError(module.node.path, [{ path: ["logBucket"], value: undefined, wrong: "is missing", fix }]);
  }
  const to = (kind: string) => ({ enabled: true, bucket: bucket.bucketName, prefix: `${config.name}/${kind}` });
  return { accessLogs: to("access"), ...(config.logs === "access" ? {} : { connectionLogs: to("connections") }) };
}
