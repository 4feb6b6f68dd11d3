import { brokenRules, type DeepReadonly, problemsOf, problemText } from "@groundplan/core/schema";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import { nonProduction, notices, rules, schema } from "../src/config.js";
import type { NetworkData } from "../src/props.generated.js";

const base = { name: "shop", accountId: "111111111111", region: "eu-west-1", cidr: "10.0.0.0/16" };

/** What the schema has against a config, a line each. */
function problems(config: object): string[] {
  const result = schema.safeParse({ ...base, ...config }, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, schema)).map(problemText);
}

const own = (tier: object) => ({ tiers: { cache: { kind: "isolated", slot: 3, ...tier } } });
const acl = (...ingress: object[]) => ({ tiers: { private: { acl: { ingress } } } });

describe("a network's data", () => {
  it("is what the props say", () => {
    expectTypeOf<NetworkData>().toEqualTypeOf<DeepReadonly<z.input<typeof schema>>>();
  });

  it("needs no more than a name, a place and a CIDR", () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    // the VPC's ranges
    [{ cidr: "10.0.1.0/20" }, '"cidr" "10.0.1.0/20" does not begin where a /20 begins; did you mean 10.0.0.0/20?'],
    [{ cidr: "10.0.0.0" }, '"cidr" "10.0.0.0" is no IPv4 CIDR; did you mean 10.0.0.0/16?'],
    [{ cidr: "ten" }, '"cidr" "ten" is no IPv4 CIDR; give one such as 10.0.0.0/16'],
    [{ cidr: "10.0.0.0/8" }, '"cidr" "10.0.0.0/8" is a /8; AWS takes /16 to /28 here'],
    [{ cidr: undefined }, '"cidr" is missing; give the VPC\'s range, such as 10.0.0.0/16, or "ipam.netmaskLength"'],
    [
      { ipam: { poolId: "ipam-pool-0a1b", netmaskLength: 16 } },
      '"ipam.netmaskLength" 16 does not go with "cidr" 10.0.0.0/16; give one of them',
    ],
    [{ secondaryCidrs: ["10.0.128.0/20"] }, '"secondaryCidrs.0" "10.0.128.0/20" overlaps 10.0.0.0/16; give a range of its own'],
    [
      { secondaryCidrs: ["172.16.0.0/16"] },
      '"secondaryCidrs.0" "172.16.0.0/16" is of 172.16.0.0/12, which AWS does not add to a VPC of 10.0.0.0/8; give one of 10.0.0.0/8 or of 100.64.0.0/10',
    ],
    // zones and grid
    [{ azs: 4 }, '"azs" 4 are more than the 3 AZs of eu-west-1; give at most 3, or the letters'],
    [
      { region: "us-west-1" },
      '"azs" 3 cannot be counted in us-west-1, whose AZs\' letters are not known here or differ between accounts; name them: [a, b]',
    ],
    [{ azs: ["a", "b", "e"] }, '"azs" ["a","b","e"] has "e" beyond the grid\'s 4 columns; give a map: azs: { a: 0, b: 1, e: 2 }'],
    [
      { azs: ["a", "b", "c", "d", "e"] },
      '"azs" ["a","b","c","d","e"] are more than the grid\'s 4 columns; give azs: { a: 0, b: 1, c: 2, d: 3, e: 4 } and grid: { tiers: 4, azs: 8 }, ' +
        'cells of /21; a network that stands keeps its grid: give the new AZ\'s subnets their "cidrs"',
    ],
    [{ azs: { a: 0, b: 0 } }, '"azs" {"a":0,"b":0} has "b" on a column that is taken; give each AZ a column of its own'],
    [{ azs: ["a", "a"] }, '"azs" ["a","a"] has "a" on a column that is taken; give each AZ a column of its own'],
    [{ azs: ["a", "1"] }, '"azs.1" "1" is no AZ letter; give one of a to f'],
    [
      { cidr: "10.0.0.0/25" },
      '"grid" {"tiers":4,"azs":4} cuts a /25 into cells of /29, and AWS\'s smallest subnet is a /28; ' +
        "give at most 8 cells, such as grid: { tiers: 2, azs: 4 }, or a VPC of /24",
    ],
    // tiers
    [{ tiers: { cache: { slot: 3 } } }, '"tiers.cache.kind" is missing; give "public", "private" or "isolated"'],
    [{ tiers: { cache: { kind: "isolated" } } }, '"tiers.cache.slot" is missing; give 3'],
    [own({ slot: 2 }), '"tiers.cache.slot" 2 is taken by "isolated"; give 3'],
    [own({ slot: 9 }), '"tiers.cache.slot" 9 is beyond the grid\'s 4 rows; give 3'],
    [
      { tiers: { cache: { kind: "isolated", slot: 3 }, queue: { kind: "isolated", slot: 3 } } },
      '"tiers.queue.slot" 3 is taken by "cache"; give the grid more rows, in a network that does not stand yet: grid: { tiers: 8, azs: 4 }',
    ],
    [
      { tiers: { public: { kind: "private" } } },
      '"tiers.public.kind" "private" is not that of the standard tier; take it out, or give a tier of another name',
    ],
    [{ tiers: { isolated: {} }, withoutTiers: ["isolated"] }, '"tiers.isolated" is left out by "withoutTiers"; take one of the two out'],
    [
      own({ prefixLength: 19 }),
      '"tiers.cache.prefixLength" 19 is bigger than a cell: the grid\'s cells are /20, 4091 usable addresses; give at least 20, or "cidrs"',
    ],
    [
      own({ addresses: 5000 }),
      '"tiers.cache.addresses" 5000 is bigger than a cell: the grid\'s cells are /20, 4091 usable addresses; give at most 4091, or "cidrs"',
    ],
    [own({ addresses: 50, prefixLength: 24 }), '"tiers.cache.addresses" 50 does not go with "prefixLength" 24; give one of them'],
    // explicit subnets
    [
      own({ cidrs: { a: "10.1.0.0/24" } }),
      '"tiers.cache.cidrs.a" "10.1.0.0/24" lies in none of the VPC\'s ranges 10.0.0.0/16; give one inside, or add a range to "secondaryCidrs"',
    ],
    [
      own({ cidrs: { a: "10.0.64.0/24" } }),
      '"tiers.cache.cidrs.a" "10.0.64.0/24" overlaps 10.0.64.0/20 of "private" in AZ a; give a range that is free',
    ],
    [
      own({ cidrs: { d: "10.0.192.0/24" } }),
      '"tiers.cache.cidrs.d" "10.0.192.0/24" is in an AZ that the network has not; give one of a, b, c, or add it to "azs"',
    ],
    // NAT
    [{ nat: 4 }, '"nat" 4 is more than there are AZs; give at most 3, or "perAz"'],
    [{ nat: 2, natAzs: ["a"] }, '"natAzs" ["a"] counts 1, and there are to be 2 NATs; give 2'],
    [{ nat: "single", natAzs: ["d"] }, '"natAzs" ["d"] has "d", which is no AZ of the network; give some of a, b, c'],
    [{ nat: 2, natAzs: ["a", "a"] }, '"natAzs" ["a","a"] names an AZ twice; give each once'],
    [{ nat: "none", natAzs: ["a"] }, '"natAzs" ["a"] is of no use where "nat" is "none"; take it out'],
    [{ withoutTiers: ["public"] }, '"nat" "perAz" needs a public tier to stand in; give "none", or a public tier'],
    [{ withoutTiers: ["private"] }, '"nat" "perAz" has no private tier to serve; give "none", or a private tier'],
    [
      { nat: "single", natAllocationIds: { b: "eipalloc-0a1b" } },
      '"natAllocationIds.b" "eipalloc-0a1b" is for an AZ without a NAT; give it to one of a',
    ],
    [{ natInstanceType: "t3.nano" }, '"natInstanceType" "t3.nano" is no ARM instance type; give one such as "t4g.nano"'],
    // routes, connections, ACLs
    [
      { routes: { office: { cidr: "192.168.0.0/16" } } },
      '"routes.office" has no way; give exactly one of transitGatewayId, peeringConnectionId, networkInterfaceId, vpcEndpointId, virtualPrivateGatewayId',
    ],
    [
      { routes: { office: { cidr: "192.168.0.0/16", prefixListId: "pl-0a1b", transitGatewayId: "tgw-0a1b" } } },
      '"routes.office" has 2 destinations, "cidr" and "prefixListId"; give exactly one of cidr, ipv6Cidr, prefixListId',
    ],
    [
      { routes: { egress: { cidr: "192.168.0.0/16", transitGatewayId: "tgw-0a1b" } } },
      '"routes.egress" has the name of a route that the network makes itself; give another name',
    ],
    [
      { peering: { tools: { peerVpcId: "vpc-0a1b", tiers: ["privat"] } } },
      '"peering.tools.tiers.0" "privat" is no tier of the network; give one of public, private, isolated',
    ],
    [
      { transitGateway: { id: "tgw-0a1b", tier: "edge" } },
      '"transitGateway.tier" "edge" is no tier of the network; give one of public, private, isolated',
    ],
    [
      { interfaceEndpoints: { logs: {} }, endpointTier: "edge" },
      '"endpointTier" "edge" is no tier of the network; give one of public, private, isolated',
    ],
    [
      acl({ number: 200, cidr: "10.9.0.0/16" }),
      '"tiers.private.acl.ingress.0.number" 200 is kept for the default rules; give 1 to 99 to come before them, 1000 or more to come after',
    ],
    [
      acl({ number: 5, cidr: "10.9.0.0/16" }, { number: 5, cidr: "10.8.0.0/16" }),
      '"tiers.private.acl.ingress.1.number" 5 is that of another rule; give one that is free',
    ],
    [acl({ number: 5 }), '"tiers.private.acl.ingress.0.cidr" is not alone; give exactly one of "cidr" and "ipv6Cidr"'],
    [
      acl({ number: 5, cidr: "10.9.0.0/16", protocol: "icmp", fromPort: 1 }),
      '"tiers.private.acl.ingress.0.protocol" "icmp" has no ports; take "fromPort" and "toPort" out, or give "tcp" or "udp"',
    ],
    [
      acl({ number: 5, cidr: "10.9.0.0/16", fromPort: 90, toPort: 80 }),
      '"tiers.private.acl.ingress.0.toPort" 80 is below "fromPort" 90; give at least that',
    ],
  ])("refuses %j, and says what to do", (config, problem) => {
    expect(problems(config)).toEqual([problem]);
  });

  it("tells all that is wrong at once", () => {
    const wrong = { cidr: "10.0.1.0/20", nat: "perZone", protect: "no", tiers: { cache: { kind: "isolated", slot: "3" } }, azz: 2 };
    expect(problems(wrong).map((problem) => problem.split(" ")[0])).toEqual([
      '"cidr"',
      '"tiers.cache.slot"',
      '"nat"',
      '"protect"',
      '"azz"',
    ]);
  });

  it("tells what is wrong between fields although another one is wrong in itself", () => {
    expect(problems({ azs: 4, protect: "no", routes: { office: { cidr: "10.0.0.1" } } }).map((problem) => problem.split(" ")[0])).toEqual([
      '"routes.office.cidr"',
      '"protect"',
      '"azs"',
    ]);
  });

  it("takes AZs beyond the grid where their CIDRs are given", () => {
    const cidrs = (third: number) => ({ e: `10.0.${third}.0/24` });
    const tiers = { public: { cidrs: cidrs(200) }, private: { cidrs: cidrs(201) }, isolated: { cidrs: cidrs(202) } };
    expect(problems({ azs: { a: 0, b: 1, c: 2, d: 3, e: 4 }, region: "us-east-1", tiers })).toEqual([]);
  });
});

describe("production", () => {
  const broken = (config: object) => brokenRules(rules, schema.parse({ ...base, ...config })).map(({ id }) => id);

  it("is content with the defaults", () => {
    expect(broken({})).toEqual([]);
  });

  it.each([
    [{ azs: ["a"] }, "network-multi-az"],
    [{ nat: "single" }, "network-nat-per-az"],
    [{ nat: 2 }, "network-nat-per-az"],
    [{ nat: "instance", natAzs: ["a", "b", "c"] }, "network-nat-per-az"],
    [{ flowLogs: { destination: "none" } }, "network-flow-logs"],
    [{ flowLogs: { retentionDays: 60 } }, "network-flow-logs-kept"],
    [{ tiers: { public: { publicIps: true } } }, "network-no-public-ips"],
    [{ tiers: { public: { prefixLength: 28 } } }, "network-room-for-load-balancers"],
    [{ protect: false }, "network-protected"],
  ])("does not take %j", (config, id) => {
    expect(broken(config)).toEqual([id]);
  });

  it("takes a network without NAT, which has its way out elsewhere, and as many NATs as AZs", () => {
    expect(broken({ nat: "none" })).toEqual([]);
    expect(broken({ nat: 3 })).toEqual([]);
  });

  it.each(["archive", "both", "s3"])("does not ask how long CloudWatch keeps what %s keeps, too", (destination) => {
    expect(broken({ flowLogs: { destination, retentionDays: 14 } })).toEqual([]);
  });
});

describe("outside production", () => {
  const config = (given: object) => schema.parse({ ...base, ...nonProduction, ...given });

  it("one NAT serves all, and nothing is protected", () => {
    expect(config({})).toMatchObject({ nat: "single", protect: false });
    expect(notices(config({}), { production: false })).toEqual([]);
  });

  it("a NAT an AZ is taken, and its cost told", () => {
    expect(notices(config({ nat: "perAz" }), { production: false })).toEqual([
      '"nat" "perAz" runs 3 NAT gateways outside production, about 105 USD a month before traffic; "single" costs 35, "instance" about 11',
    ]);
    expect(notices(config({ nat: "perAz" }), { production: true })).toEqual([]);
  });
});
