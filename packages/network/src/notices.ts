import { natPlanOf } from "./nat-plan.js";
import type { NetworkConfig } from "./schema/network.js";

/** USD a month for a NAT gateway's hours in eu-west-1, without traffic. https://aws.amazon.com/vpc/pricing/ */
const natGatewayMonthly = 35;

/** What a person should know before applying, and need not change. */
export function notices(config: NetworkConfig, { production }: { readonly production: boolean }): readonly string[] {
  const plan = natPlanOf(config);
  if (production || plan === undefined || plan.kind === "instance" || plan.zones.length < 2) return [];
  const count = plan.zones.length;
  return [
    `"nat" ${JSON.stringify(config.nat)} runs ${count} NAT gateways outside production, about ${count * natGatewayMonthly} USD a month before traffic; ` +
      `"single" costs ${natGatewayMonthly}, "instance" about 11`,
  ];
}
