import { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway/index.js";
import { address } from "@groundplan/core";
import { type Blueprint, nameTag } from "./blueprint.js";
import type { Nat, NatPlace } from "./nat.js";
import type { Zone } from "./zones.js";

/**
 * Managed NAT gateways, one in each subnet given.
 *
 * Cost: about 35 USD a month each, 0.048 USD a GB, and 3.65 USD a month for its address.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 */
export function makeNatGateways(blueprint: Blueprint, { subnets, internetGateway }: NatPlace): readonly Nat[] {
  const { module, config, overrides } = blueprint;
  return subnets.map(({ zone, subnet }) => {
    const { eip, allocationId } = natAddress(blueprint, zone);
    const gateway = address(
      new NatGateway(module, `nat-gateway-${zone.letter}`, {
        subnetId: subnet.id,
        allocationId,
        tags: nameTag(config, zone.letter),
        dependsOn: [internetGateway],
        ...overrides.natGateway?.(zone.letter),
      }),
      module,
      zone.letter,
    );
    return { zone, target: { natGatewayId: gateway.id }, publicIp: gateway.publicIp, eip, gateway };
  });
}

/** One's own Elastic IP, or one made for the gateway. */
function natAddress({ module, config }: Blueprint, zone: Zone): { readonly eip: Eip | undefined; readonly allocationId: string } {
  const own = config.natAllocationIds[zone.letter];
  if (own !== undefined) return { eip: undefined, allocationId: own };
  const eip = new Eip(module, `nat-eip-${zone.letter}`, { domain: "vpc", tags: nameTag(config, "nat", zone.letter) });
  return { eip: address(eip, module, "nat", zone.letter), allocationId: eip.allocationId };
}
