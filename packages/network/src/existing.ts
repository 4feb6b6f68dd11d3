import { isUnknown, type NetworkContract } from "@groundplan/core";

/** A network that somebody else made, by its ids. */
export interface ExistingNetwork {
  readonly vpcId: string;
  readonly vpcCidr: string;
  /** By tier: `public`, `private`, `isolated`, and others. Default: none. */
  readonly subnetIds?: Readonly<Record<string, readonly string[]>>;
  /** By tier. Default: none. */
  readonly routeTableIds?: Readonly<Record<string, readonly string[]>>;
  /** Default: none. */
  readonly natPublicIps?: readonly string[];
}

/**
 * What serves wherever a Network does; nothing is made.
 *
 * @throws {Error} naming each id that is none; tokens pass
 */
export function existingNetwork({
  vpcId,
  vpcCidr,
  subnetIds = {},
  routeTableIds = {},
  natPublicIps = [],
}: ExistingNetwork): NetworkContract {
  const problems = [
    ...idProblems("vpcId", "vpc", [vpcId]),
    ...Object.entries(subnetIds).flatMap(([tier, ids]) => idProblems(`subnetIds.${tier}`, "subnet", ids)),
    ...Object.entries(routeTableIds).flatMap(([tier, ids]) => idProblems(`routeTableIds.${tier}`, "rtb", ids)),
  ];
  if (problems.length > 0) throw new Error(["an existing network:", ...problems].join("\n  "));
  return {
    vpcId,
    vpcCidr,
    subnetIds,
    routeTableIds,
    natPublicIps,
    publicSubnetIds: subnetIds["public"] ?? [],
    privateSubnetIds: subnetIds["private"] ?? [],
    isolatedSubnetIds: subnetIds["isolated"] ?? [],
  };
}

function idProblems(property: string, prefix: string, ids: readonly string[]): string[] {
  return ids
    .filter((id) => !isUnknown(id) && !new RegExp(`^${prefix}-[0-9a-f]+$`).test(id))
    .map((id) => `"${property}" ${JSON.stringify(id)} is no id; give one such as "${prefix}-0123456789abcdef0"`);
}
