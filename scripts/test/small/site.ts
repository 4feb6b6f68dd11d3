import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { StaticSite } from "@groundplan/static-site";
import { synthesize } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { accountId, region, type SmallStack } from "./estate.js";

export const parameterName = "/shop/dev/site/docs";

/** `dev-site-docs`: a site that asks for a password, with nothing around it. */
export function siteStack(): SmallStack {
  const { resource, data, provider } = synthesize((stack: TerraformStack) => {
    new StaticSite(stack, "docs", {
      ...{ name: "shop-dev-docs", accountId, region, parameterName, basicAuth: true },
      ...{ protect: false, webAcl: "off", dashboard: false, logs: { accessLogs: "off", bucketLogs: false } },
      ...{ edgeProvider: new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" }) },
    });
  }).json as Required<NonNullable<SmallStack["more"]>> & {
    readonly resource: SmallStack["resources"];
    readonly provider: { readonly aws: readonly { readonly alias?: string }[] };
  };
  const edge = provider.aws.find(({ alias }) => alias === "edge");
  return {
    ...{ stack: "dev-site-docs", layer: "site", entry: "docs", resources: resource },
    contract: { distributionId: "${aws_cloudfront_distribution.docs.id}", parameterName },
    more: { ...(data === undefined ? {} : { data }), ...(edge === undefined ? {} : { provider: edge }) },
  };
}
