import type { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import type { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway/index.js";
import type { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface/index.js";
import type { RouteConfig } from "@cdktf/provider-aws/lib/route/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { TierSubnet } from "./tier-subnets.js";
import type { Zone } from "./zones.js";

/** A NAT as its routes and its readers see it, whatever its kind. */
export interface Nat {
  readonly zone: Zone;
  /** Where a route to it points. */
  readonly target: Pick<RouteConfig, "natGatewayId" | "networkInterfaceId">;
  readonly publicIp: string;
  /** `undefined` where the address is one's own. */
  readonly eip: Eip | undefined;
  readonly gateway?: NatGateway;
  readonly networkInterface?: NetworkInterface;
}

/** What NATs are made in. */
export interface NatPlace {
  readonly vpc: Vpc;
  /** The subnets that they stand in: their tier's, in their AZs. */
  readonly subnets: readonly TierSubnet[];
  /** Without it no address of theirs is reached. */
  readonly internetGateway: InternetGateway;
}
