import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter/index.js";
import { address } from "@groundplan/core";
import type { SiteParameter } from "@groundplan/site-edge";
import type { Blueprint } from "./blueprint.js";
import type { StaticSiteConfig } from "./schema/site.js";

/** What only AWS can tell of the site. */
export interface Published {
  readonly bucketName: string;
  readonly distributionId: string;
  readonly keyValueStoreArn: string | null;
  readonly encryptionKeyArn: string | null;
  readonly url: string;
}

/** Tells publishers where the site is, and by which rules its files are kept. */
export function makeParameter({ module, config }: Blueprint, published: Published): SsmParameter {
  const { region, basicAuth, cache, indexDocument, routing, keep } = config;
  const value: SiteParameter = { version: 1, region, basicAuth, cache, indexDocument, routing, keep, ...published };
  const parameter = new SsmParameter(module, "parameter", {
    name: parameterNameOf(config),
    description: `How ${config.name} is published`,
    type: "String",
    value: JSON.stringify(value),
  });
  return address(parameter, module);
}

export function parameterNameOf({ parameterName, name }: StaticSiteConfig): string {
  return parameterName === undefined ? `/site/${name}` : parameterName;
}
