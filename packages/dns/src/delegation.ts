import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone/index.js";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import { address, checkProps, type DnsContract } from "@groundplan/core";
import { Construct } from "constructs";
import { schemas } from "./config.js";
import type { DelegationData } from "./props.generated.js";
import { requireBeneath } from "./within-zone.js";

/** What a Delegation is made from. */
export interface DelegationProps extends DelegationData {
  /** The zone that others shall find. */
  readonly zone: Pick<DnsContract, "zoneName" | "nameServers">;
  /** Reaches the parent zone's account, by a role of `DelegationRoles` say. */
  readonly zoneProvider: AwsProvider;
}

/**
 * The NS record in a parent zone that makes a zone beneath it answer. The parent may be in another account: all is done by
 * `zoneProvider`, and its id is looked up there.
 *
 * @example new Delegation(this, "delegation", { zone, parentZoneName: "shop.example.com", zoneProvider })
 * @throws {PropsError} where the props do not fit the schema, or the zone is not beneath the parent
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-routing-traffic-for-subdomains.html
 */
export class Delegation extends Construct {
  readonly parent: DataAwsRoute53Zone;
  readonly record: Route53Record;

  constructor(scope: Construct, id: string, props: DelegationProps) {
    super(scope, id);
    const { zone, zoneProvider: provider, ...data } = props;
    const config = checkProps(this, schemas.Delegation, data);
    requireBeneath(this, config.parentZoneName, [{ path: ["zone", "zoneName"], name: zone.zoneName }]);

    this.parent = address(new DataAwsRoute53Zone(this, "parent", { provider, name: config.parentZoneName }), this, "parent");
    this.record = address(
      new Route53Record(this, "record", {
        provider,
        zoneId: this.parent.zoneId,
        name: zone.zoneName,
        type: "NS",
        ttl: config.ttlSeconds,
        records: [...zone.nameServers],
      }),
      this,
    );
  }
}
