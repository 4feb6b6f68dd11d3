/** A hosted zone that records are written into; an existing one is `{ zoneId: "Z…", zoneName: "shop.example.com" }`. */
export interface HostedZone {
  readonly zoneId: string;
  /** Without the dot at its end. */
  readonly zoneName: string;
}

/** What a DNS stack publishes. */
export interface DnsContract extends HostedZone {
  /** What the parent zone's NS record has to name. */
  readonly nameServers: readonly string[];
}

/** A certificate that is issued; an existing one is `{ certificateArn: "arn:aws:acm:…" }`. */
export interface Certificate {
  readonly certificateArn: string;
}
