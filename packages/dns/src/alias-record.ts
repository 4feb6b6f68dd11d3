import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import { address, type HostedZone, isUnknown, PropsError } from "@groundplan/core";
import type { Construct } from "constructs";
import { addressName } from "./names.js";
import { requireWithin } from "./within-zone.js";

/** What a name is to lead to. */
export interface AliasTarget {
  /** The name that AWS gave the load balancer or distribution. */
  readonly dnsName: string;
  /** AWS's own zone that this name is in. */
  readonly canonicalZoneId: string;
}

export interface Alias {
  readonly zone: HostedZone;
  /** The whole name, known at synth: the record's address is made of it. */
  readonly name: string;
  readonly target: AliasTarget;
  /** Whether the target has IPv6 addresses: an AAAA record beside the A. Default: no. */
  readonly ipv6?: boolean | undefined;
  /** Whether the name leads nowhere while the target is unhealthy. Default: no. CloudFront cannot. */
  readonly evaluateTargetHealth?: boolean | undefined;
  /** Writes into the zone, where that is another account's. Default: the stack's own. */
  readonly provider?: AwsProvider | undefined;
}

/**
 * Leads a name to a load balancer or a distribution, without a charge for queries.
 *
 * @example aliasRecord(this, { zone, name: "api.dev.shop.example.com", target: loadBalancer })
 * @throws {PropsError} where the name is not beneath the zone, or not known at synth
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html
 */
export function aliasRecord(module: Construct, alias: Alias): Route53Record[] {
  const { zone, name, target, ipv6 = false, evaluateTargetHealth = false, provider } = alias;
  requireKnown(module, name);
  requireWithin(module, zone.zoneName, [{ path: ["name"], name }]);
  const types = ipv6 ? (["A", "AAAA"] as const) : (["A"] as const);
  return types.map((type) => {
    const record = new Route53Record(module, `alias-${name}-${type}`, {
      ...(provider === undefined ? {} : { provider }),
      zoneId: zone.zoneId,
      name,
      type,
      alias: { name: target.dnsName, zoneId: target.canonicalZoneId, evaluateTargetHealth },
    });
    return address(record, module, "alias", addressName(name), type);
  });
}

function requireKnown(module: Construct, name: string): void {
  if (!isUnknown(name)) return;
  const wrong = "must be known at synth: the record's address is made of it";
  throw new PropsError(module.node.path, [{ path: ["name"], value: undefined, wrong, fix: "give the value itself" }]);
}
