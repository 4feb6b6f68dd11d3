import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { type Blueprint, missingWire } from "./blueprint.js";

/** Where CloudFront has its certificates, web ACLs, log deliveries and metrics, whatever the region of its origin. */
export const edgeRegion = "us-east-1";

/** The provider of what stands in us-east-1; `undefined` where that is the stack's own. */
export function edgeProviderOf(blueprint: Blueprint, what: string): AwsProvider | undefined {
  const { config, wiring } = blueprint;
  if (wiring.edgeProvider !== undefined || config.region === edgeRegion) return wiring.edgeProvider;
  throw missingWire(blueprint, "edgeProvider", `${what} in ${edgeRegion}, and "region" is ${config.region}: give a provider there`);
}

/** A provider as an argument, where there is one. */
export function providerArgument(provider: AwsProvider | undefined): { readonly provider?: AwsProvider } {
  return provider === undefined ? {} : { provider };
}
