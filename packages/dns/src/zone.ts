import { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import { Route53Zone, type Route53ZoneConfig } from "@cdktf/provider-aws/lib/route53-zone/index.js";
import { address, checkProps, type DnsContract } from "@groundplan/core";
import { Construct } from "constructs";
import { schemas } from "./config.js";
import type { ZoneData } from "./props.generated.js";
import type { ZoneRecord } from "./schema/record.js";

/** What a Zone is made from. */
export interface ZoneProps extends ZoneData {
  /** Arguments of the zone itself, for what the other properties do not cover. */
  readonly overrides?: { readonly zone?: Partial<Route53ZoneConfig> } | undefined;
}

/**
 * A public hosted zone, in which Amazon alone may issue certificates unless others are named. It answers nobody before its
 * parent's NS record names its servers: see `Delegation`, or give `nameServers` to the registrar.
 *
 * Cost: 0.50 USD a month, 0.40 USD for a million queries.
 *
 * @example new Zone(this, "zone", { name: "dev.shop.example.com" })
 * @throws {PropsError} where the props do not fit the schema
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/AboutHZWorkingWith.html
 */
export class Zone extends Construct implements DnsContract {
  readonly zoneId: string;
  readonly zoneName: string;
  readonly nameServers: readonly string[];
  readonly zone: Route53Zone;

  constructor(scope: Construct, id: string, props: ZoneProps) {
    super(scope, id);
    const { overrides, ...data } = props;
    const config = checkProps(this, schemas.Zone, data);

    this.zone = address(
      new Route53Zone(this, "zone", { name: config.name, lifecycle: { preventDestroy: config.protect }, ...overrides?.zone }),
      this,
    );
    this.zoneId = this.zone.zoneId;
    this.zoneName = config.name;
    this.nameServers = this.zone.nameServers;
    limitIssuers(this, config.certificateAuthorities);
    for (const [key, record] of Object.entries(config.records)) addRecord(this, key, record);
  }
}

// https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html
function limitIssuers(zone: Zone, authorities: readonly string[]): void {
  if (authorities.length === 0) return;
  const records = authorities.map((authority) => `0 issue "${authority}"`);
  address(new Route53Record(zone, "caa", { zoneId: zone.zoneId, name: zone.zoneName, type: "CAA", ttl: 3600, records }), zone, "caa");
}

function addRecord(zone: Zone, key: string, { name, type, values, ttlSeconds }: ZoneRecord): void {
  const records = type === "TXT" ? values.map(inStrings) : [...values];
  const fullName = name === "" ? zone.zoneName : `${name}.${zone.zoneName}`;
  const record = new Route53Record(zone, `record-${key}`, { zoneId: zone.zoneId, name: fullName, type, ttl: ttlSeconds, records });
  address(record, zone, "record", key);
}

// A string of a TXT record has at most 255 characters; the provider sets the outer quotes.
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#TXTFormat
function inStrings(text: string): string {
  if (text.startsWith('"')) return text;
  return (text.match(/.{1,255}/gs) ?? [text]).join('""');
}
