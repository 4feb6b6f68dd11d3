import { accountId, region, slug, structural } from "@groundplan/core/schema";
import { siteEdgeData } from "@groundplan/site-edge/config";
import { z } from "zod";
import { bucketFields } from "./bucket.js";
import { distributionFields } from "./distribution.js";
import { decides } from "./fields.js";
import { monitoringFields } from "./monitoring.js";
import { webAclField } from "./web-acl.js";

/** A site's data, each field for itself; `config.ts` adds what holds between them. */
export const staticSiteData = z.strictObject({
  name: structural(slug(62), "other names are made from it").describe(
    "The site's name, such as `shop-prod-docs`: what is made is named after it.",
  ),
  accountId: structural(accountId(), "the bucket's name is made of it").describe("The account that it stands in."),
  region: structural(region(), decides).describe(
    "The bucket's region. What CloudFront wants in us-east-1 stands there, by `edgeProvider`.",
  ),
  ...siteEdgeData.shape,
  ...bucketFields,
  ...distributionFields,
  webAcl: webAclField(),
  ...monitoringFields,
  parameterName: z
    .string()
    .regex(/^\/[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+)*$/, "is no parameter's name; give one such as /shop/prod/site/docs")
    .max(900)
    .optional()
    .describe("The parameter in Systems Manager by which publishers find the site. Default: `/site/` and `name`."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe(
      "Refuse a plan that destroys the bucket, the distribution, or a key of theirs. Off, and applied, a destroy takes all files along.",
    ),
});

export type StaticSiteConfig = z.output<typeof staticSiteData>;
