/** Where a consumer is to stand; a VPC that exists already is `{ vpcId: "vpc-…" }`. */
export interface Vpc {
  readonly vpcId: string;
}

/** Subnets with a route to the internet's gateway: load balancers, NAT. */
export interface PublicSubnets extends Vpc {
  readonly publicSubnetIds: readonly string[];
}

/** Subnets with a way out alone: services. */
export interface PrivateSubnets extends Vpc {
  readonly privateSubnetIds: readonly string[];
}

/** Subnets without a way out: databases. */
export interface IsolatedSubnets extends Vpc {
  readonly isolatedSubnetIds: readonly string[];
}

/** What a network stack publishes. */
export interface NetworkContract extends PublicSubnets, PrivateSubnets, IsolatedSubnets {
  /** The VPC's primary IPv4 range. */
  readonly vpcCidr: string;
  /** Subnets of each tier, one's own tiers too, in the order of their AZs' letters. */
  readonly subnetIds: Readonly<Record<string, readonly string[]>>;
  /** Route tables of each tier, for routes that others add. */
  readonly routeTableIds: Readonly<Record<string, readonly string[]>>;
  /** Addresses that egress comes from, for others' allow lists; empty without NAT. */
  readonly natPublicIps: readonly string[];
}
