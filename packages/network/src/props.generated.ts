// Generated from config.ts by `npm run generate`.

/** The data that `Network` is made from. */
export interface NetworkData {
  /** What names and `Name` tags begin with, such as `shop-prod`. */
  readonly name: string;
  /** The account that the network stands in. */
  readonly accountId: string;
  /** Its region. */
  readonly region: string;
  /** The VPC's range, such as `10.0.0.0/16`. Needed unless `ipam` chooses one. It never changes once applied. */
  readonly cidr?: string | undefined;
  /** Take the range from an IPAM pool. */
  readonly ipam?: {
    /** The pool. */
    readonly poolId: string;
    /** Prefix length of a range that the pool chooses; without it, `cidr` is taken from the pool. 16 to 28. */
    readonly netmaskLength?: number | undefined;
  } | undefined;
  /** More ranges; tiers take them by their `cidrs`. AWS's quota is four. @default [] */
  readonly secondaryCidrs?: readonly string[] | undefined;
  /** Dual stack: an Amazon-provided /56, a /64 a subnet, an egress-only gateway for private tiers. @default false */
  readonly ipv6?: boolean | undefined;
  /** Availability zones: their letters, or a count (the region's first ones), or a map of letter to column of the grid, needed for e and f. @default 3 */
  readonly azs?: number | readonly string[] | { readonly [name: string]: number } | undefined;
  /** How the VPC is cut: a /16 into 4 × 4 cells of /20. It never changes once applied. */
  readonly grid?: {
    /** Rows: slots for tiers. 1 to 64. @default 4 */
    readonly tiers?: number | undefined;
    /** Columns: places for AZs. 1 to 16. @default 4 */
    readonly azs?: number | undefined;
  } | undefined;
  /** Changes to the standard tiers `public`, `private`, `isolated`, and tiers of one's own. */
  readonly tiers?: { readonly [name: string]: {
    /** A route to the internet's gateway, a way out by NAT, or none. A tier of one's own needs it; a standard one has its own. */
    readonly kind?: "public" | "private" | "isolated" | undefined;
    /** Row in the grid. Default: public 0, private 1, isolated 2. It never changes once applied. 0 to 63. */
    readonly slot?: number | undefined;
    /** Size of its subnets, cut from the start of their cells. Default: the whole cell. 16 to 28. */
    readonly prefixLength?: number | undefined;
    /** Instead of `prefixLength`: usable addresses that each subnet needs; AWS's five reserved ones are added. 1 to 65531. */
    readonly addresses?: number | undefined;
    /** CIDRs of one's own, by AZ letter, instead of cells of the grid; within the VPC's ranges, the secondary ones too. */
    readonly cidrs?: { readonly [name: string]: string } | undefined;
    /** Give every instance that starts here a public IPv4 address. A public address costs 3.65 USD a month. @default false */
    readonly publicIps?: boolean | undefined;
    /** Routes to the gateway endpoints; in an isolated tier its ACL then lets their answers back. Default: true but for isolated. */
    readonly gatewayEndpoints?: boolean | undefined;
    /** The tier's network ACL. */
    readonly acl?: {
      /** The rules of the tier's kind; without them the ACL holds only what is given here. @default true */
      readonly defaultRules?: boolean | undefined;
      /** More rules for traffic into the tier. @default [] */
      readonly ingress?: readonly {
        /** Rules are tried in this order. Below 100 comes before the default rules, from 1000 on after them. 1 to 32766. */
        readonly number: number;
        /** What becomes of traffic that fits. @default "allow" */
        readonly action?: "allow" | "deny" | undefined;
        /** The protocol. @default "tcp" */
        readonly protocol?: "all" | "tcp" | "udp" | "icmp" | undefined;
        /** First port; for tcp and udp alone. Default: 0. 0 to 65535. */
        readonly fromPort?: number | undefined;
        /** Last port. Default: `fromPort`, or 65535. 0 to 65535. */
        readonly toPort?: number | undefined;
        /** The other side: whence for ingress, whither for egress. Give this or `ipv6Cidr`. */
        readonly cidr?: string | undefined;
        /** The other side, as an IPv6 range. */
        readonly ipv6Cidr?: string | undefined;
      }[] | undefined;
      /** More rules for traffic out of it. @default [] */
      readonly egress?: readonly {
        /** Rules are tried in this order. Below 100 comes before the default rules, from 1000 on after them. 1 to 32766. */
        readonly number: number;
        /** What becomes of traffic that fits. @default "allow" */
        readonly action?: "allow" | "deny" | undefined;
        /** The protocol. @default "tcp" */
        readonly protocol?: "all" | "tcp" | "udp" | "icmp" | undefined;
        /** First port; for tcp and udp alone. Default: 0. 0 to 65535. */
        readonly fromPort?: number | undefined;
        /** Last port. Default: `fromPort`, or 65535. 0 to 65535. */
        readonly toPort?: number | undefined;
        /** The other side: whence for ingress, whither for egress. Give this or `ipv6Cidr`. */
        readonly cidr?: string | undefined;
        /** The other side, as an IPv6 range. */
        readonly ipv6Cidr?: string | undefined;
      }[] | undefined;
    } | undefined;
    /** More tags of its subnets, such as `kubernetes.io/role/elb`. */
    readonly tags?: { readonly [name: string]: string } | undefined;
  } } | undefined;
  /** Standard tiers to leave out. @default [] */
  readonly withoutTiers?: readonly ("public" | "private" | "isolated")[] | undefined;
  /** The way out of private tiers: NAT gateways (one, one an AZ, or so many), an instance, or none. @default "perAz" */
  readonly nat?: "none" | "instance" | "single" | "perAz" | number | undefined;
  /** AZs that the NATs stand in. Default: the first ones. Name them where AZs may still be added before them. */
  readonly natAzs?: readonly string[] | undefined;
  /** Elastic IPs of one's own, by AZ letter; the others are made. */
  readonly natAllocationIds?: { readonly [name: string]: string } | undefined;
  /** For `instance`: an ARM type. @default "t4g.nano" */
  readonly natInstanceType?: string | undefined;
  /** More routes, by a name of one's own. */
  readonly routes?: { readonly [name: string]: {
    /** Tiers whose route tables get it. @default ["private"] */
    readonly tiers?: readonly string[] | undefined;
    /** Where it leads; give this, `ipv6Cidr` or `prefixListId`. */
    readonly cidr?: string | undefined;
    /** Where it leads, as an IPv6 range. */
    readonly ipv6Cidr?: string | undefined;
    /** Where it leads, as a managed prefix list. */
    readonly prefixListId?: string | undefined;
    /** By which way; give exactly one of these ids. */
    readonly transitGatewayId?: string | undefined;
    /** By which way: a peering connection that stands already. */
    readonly peeringConnectionId?: string | undefined;
    /** By which way: an appliance's interface. */
    readonly networkInterfaceId?: string | undefined;
    /** By which way: a gateway load balancer's endpoint. */
    readonly vpcEndpointId?: string | undefined;
    /** By which way: a VPN's gateway. */
    readonly virtualPrivateGatewayId?: string | undefined;
  } } | undefined;
  /** Peering connections, by a name of one's own. */
  readonly peering?: { readonly [name: string]: {
    /** The VPC on the other side. */
    readonly peerVpcId: string;
    /** Its account, where it is another one; the other side then accepts. */
    readonly peerAccountId?: string | undefined;
    /** Its region, where it is another one; the other side then accepts. */
    readonly peerRegion?: string | undefined;
    /** Its ranges, which get routes and pass the tiers' ACLs. Across accounts, give them once the other side has accepted. @default [] */
    readonly peerCidrs?: readonly string[] | undefined;
    /** Tiers that reach it. @default ["private"] */
    readonly tiers?: readonly string[] | undefined;
  } } | undefined;
  /** Attach the VPC to a transit gateway. */
  readonly transitGateway?: {
    /** The transit gateway, one's own or shared with the account. */
    readonly id: string;
    /** The tier whose subnets hold the attachment, one in each AZ. @default "private" */
    readonly tier?: string | undefined;
    /** Ranges that lie behind it, which get routes and pass the tiers' ACLs. @default [] */
    readonly cidrs?: readonly string[] | undefined;
    /** Tiers that reach those ranges. @default ["private"] */
    readonly tiers?: readonly string[] | undefined;
    /** Keep both directions of a flow in one AZ, for inspecting appliances. @default false */
    readonly applianceMode?: boolean | undefined;
    /** Associate with, and propagate to, its default route table. Off for one that is shared from another account. @default true */
    readonly defaultRouteTable?: boolean | undefined;
  } | undefined;
  /** What to exclude the VPC from, where the account blocks public access to VPCs. Default: no exclusion. */
  readonly blockPublicAccessExclusion?: "bidirectional" | "egress" | undefined;
  /** VPC flow logs. */
  readonly flowLogs?: {
    /** Where they go: `both` to the archive and to CloudWatch, `s3` to a bucket of one's own; `none` gives up knowing who talked to whom. Default: `archive`, where there is one, else `cloudwatch`. */
    readonly destination?: "archive" | "cloudwatch" | "both" | "s3" | "none" | undefined;
    /** Which traffic is logged. @default "ALL" */
    readonly traffic?: "ALL" | "ACCEPT" | "REJECT" | undefined;
    /** Seconds over which a flow is summed up. @default 600 */
    readonly aggregationSeconds?: 60 | 600 | undefined;
    /** Days that CloudWatch keeps them; a bucket has its own lifecycle. @default 365 */
    readonly retentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
    /** Keep CloudWatch's log group while flow logs go elsewhere: until what it holds has expired, it can be read. @default false */
    readonly keepLogGroup?: boolean | undefined;
    /** What a bucket gets. Of parquet Athena reads a tenth of what it would of text; to make it costs 0.04 USD a GB. @default "parquet" */
    readonly format?: "parquet" | "text" | undefined;
    /** The bucket, for `s3`, where none is wired as `logBucket`. */
    readonly bucketArn?: string | undefined;
  } | undefined;
  /** Gateway endpoints; they cost nothing. @default ["s3","dynamodb"] */
  readonly gatewayEndpoints?: readonly ("s3" | "dynamodb")[] | undefined;
  /** Interface endpoints by service, such as `ecr.api`. Each costs about 7.30 USD a month in each AZ, and 0.01 USD a GB. */
  readonly interfaceEndpoints?: { readonly [name: string]: {
    /** Policy document, as JSON, for what goes through it. Default: AWS's, which allows everything. */
    readonly policy?: string | undefined;
    /** Answer the service's public name with the endpoint's addresses. @default true */
    readonly privateDns?: boolean | undefined;
  } } | undefined;
  /** The tier whose subnets hold the interface endpoints. @default "private" */
  readonly endpointTier?: string | undefined;
  /** DHCP options. Default: the region's. */
  readonly dhcpOptions?: {
    /** The domain that hosts complete short names with. Default: the region's own. */
    readonly domainName?: string | undefined;
    /** Name servers. @default ["AmazonProvidedDNS"] */
    readonly domainNameServers?: readonly string[] | undefined;
    /** Time servers. Default: Amazon's own, in the VPC. @default ["169.254.169.123"] */
    readonly ntpServers?: readonly string[] | undefined;
  } | undefined;
  /** Refuse a plan that destroys or replaces the VPC or a subnet. @default true */
  readonly protect?: boolean | undefined;
}
