import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment/index.js";
import type { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway/index.js";
import type { FlowLog } from "@cdktf/provider-aws/lib/flow-log/index.js";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import type { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import type { VpcPeeringConnection } from "@cdktf/provider-aws/lib/vpc-peering-connection/index.js";
import { checkProps, type EncryptionKey, type LogArchive, type LogBucket, type NetworkContract } from "@groundplan/core";
import { Construct } from "constructs";
import { blueprintOf } from "./blueprint.js";
import { schema } from "./config.js";
import { makePeering, makeTransitGatewayAttachment } from "./connections.js";
import { emptyDefaults } from "./defaults.js";
import { type InterfaceEndpoints, makeGatewayEndpoints, makeInterfaceEndpoints } from "./endpoints.js";
import { type ExistingNetwork, existingNetwork } from "./existing.js";
import { makeFlowLogs } from "./flow-logs.js";
import { makeEgressOnlyGateway, makeInternetGateway } from "./gateways.js";
import type { Nat } from "./nat.js";
import { makeNats } from "./nats.js";
import { makeNetworkAcls } from "./network-acls.js";
import type { NetworkOverrides } from "./overrides.js";
import type { NetworkData } from "./props.generated.js";
import { makeRouteTables, type TierRouteTable } from "./route-tables.js";
import { makeDefaultRoutes, makeOwnRoutes } from "./routes.js";
import { makeSubnets, type TierSubnet } from "./tier-subnets.js";
import type { Tier } from "./tiers.js";
import { makeBlockPublicAccessExclusion, makeDhcpOptions, makeSecondaryCidrs, makeVpc } from "./vpc.js";

/** What a Network is made from: its data, and what it is wired to. */
export interface NetworkProps extends NetworkData {
  /** Encrypts the flow logs in CloudWatch. Default: a key of the network's own. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Takes the flow logs where their destination is `s3`. */
  readonly logBucket?: LogBucket | undefined;
  /** Takes the flow logs, unless their destination is another one: mostly the security account's archive. */
  readonly logArchive?: LogArchive | undefined;
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: NetworkOverrides | undefined;
}

/**
 * A VPC with tiers of subnets over availability zones: a grid in which a new AZ or tier takes empty cells and nothing moves.
 *
 * Cost: the VPC, its subnets, routes and gateway endpoints cost nothing. A NAT gateway costs about 35 USD a month and 0.048 USD a GB
 * (`perAz` in three AZs: 105 USD), a NAT instance about 11 USD, an interface endpoint 7.30 USD a month in each AZ and 0.01 USD a GB,
 * a public IPv4 address 3.65 USD a month, flow logs in CloudWatch 0.57 USD a GB, in an archive 0.29 USD, their own key 1 USD a month.
 *
 * @example new Network(this, "network", { name: "shop-prod", accountId, region, cidr: "10.0.0.0/16", azs: ["a", "b", "c"] })
 * @throws {PropsError} where the props do not fit the schema: all problems at once
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html
 */
export class Network extends Construct implements NetworkContract {
  readonly vpcId: string;
  readonly vpcCidr: string;
  readonly subnetIds: Readonly<Record<string, readonly string[]>>;
  readonly publicSubnetIds: readonly string[];
  readonly privateSubnetIds: readonly string[];
  readonly isolatedSubnetIds: readonly string[];
  readonly routeTableIds: Readonly<Record<string, readonly string[]>>;
  readonly natPublicIps: readonly string[];

  readonly vpc: Vpc;
  readonly subnets: readonly TierSubnet[];
  readonly routeTables: readonly TierRouteTable[];
  readonly internetGateway: InternetGateway | undefined;
  readonly egressOnlyGateway: EgressOnlyInternetGateway | undefined;
  readonly nats: readonly Nat[];
  readonly peering: ReadonlyMap<string, VpcPeeringConnection>;
  readonly transitGatewayAttachment: Ec2TransitGatewayVpcAttachment | undefined;
  readonly networkAcls: ReadonlyMap<string, NetworkAcl>;
  /** One for each place that they go to. */
  readonly flowLogs: readonly FlowLog[];
  readonly gatewayEndpoints: readonly VpcEndpoint[];
  readonly interfaceEndpoints: InterfaceEndpoints;

  /**
   * A network that somebody else made, for whatever asks for a Network.
   *
   * @example Network.fromExisting({ vpcId: "vpc-0a1b", vpcCidr: "10.0.0.0/16", subnetIds: { private: ["subnet-0a1b", "subnet-0c2d"] } })
   */
  static fromExisting(existing: ExistingNetwork): NetworkContract {
    return existingNetwork(existing);
  }

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { encryptionKey, logBucket, logArchive, overrides, ...data } = props;
    const blueprint = blueprintOf(this, checkProps(this, schema, data), overrides);

    this.vpc = makeVpc(blueprint);
    const secondaryCidrs = makeSecondaryCidrs(blueprint, this.vpc);
    makeDhcpOptions(blueprint, this.vpc);
    makeBlockPublicAccessExclusion(blueprint, this.vpc);
    emptyDefaults(blueprint, this.vpc);
    this.subnets = makeSubnets(blueprint, { vpc: this.vpc, secondaryCidrs });
    this.internetGateway = makeInternetGateway(blueprint, this.vpc);
    this.egressOnlyGateway = makeEgressOnlyGateway(blueprint, this.vpc);
    this.nats = makeNats(blueprint, this);
    this.routeTables = makeRouteTables(blueprint, this.vpc, this.subnets);
    makeDefaultRoutes(blueprint, this.routeTables, this);
    makeOwnRoutes(blueprint, this.routeTables);
    this.peering = makePeering(blueprint, this.vpc, this.routeTables);
    this.transitGatewayAttachment = makeTransitGatewayAttachment(blueprint, this);
    this.networkAcls = makeNetworkAcls(blueprint, this.vpc, this.subnets);
    this.flowLogs = makeFlowLogs(blueprint, this.vpc, { encryptionKey, logBucket, logArchive });
    this.gatewayEndpoints = makeGatewayEndpoints(blueprint, this.vpc, this.routeTables);
    this.interfaceEndpoints = makeInterfaceEndpoints(blueprint, this.vpc, this.subnets);

    this.vpcId = this.vpc.id;
    this.vpcCidr = this.vpc.cidrBlock;
    this.subnetIds = idsByTier(blueprint.tiers, this.subnets, ({ subnet }) => subnet.id);
    this.publicSubnetIds = this.subnetIds["public"] ?? [];
    this.privateSubnetIds = this.subnetIds["private"] ?? [];
    this.isolatedSubnetIds = this.subnetIds["isolated"] ?? [];
    this.routeTableIds = idsByTier(blueprint.tiers, this.routeTables, ({ table }) => table.id);
    this.natPublicIps = this.nats.map(({ publicIp }) => publicIp);
  }
}

function idsByTier<P extends { readonly tier: Tier }>(tiers: readonly Tier[], parts: readonly P[], id: (part: P) => string) {
  return Object.fromEntries(tiers.map(({ name }) => [name, parts.filter(({ tier }) => tier.name === name).map(id)]));
}
