import { region } from "@groundplan/core/schema";
import { nonProduction, notices, rules, schemas, staticSiteData } from "@groundplan/static-site/config";
import { z } from "zod";
import { section, someAccount } from "../section.js";
import { hostName } from "./services.js";

const ownFields = {
  domainNames: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'is no name; give one beneath the zone, such as "docs", or a whole one in lower case'),
    )
    .default([])
    .describe("Names under which visitors find the site, the one that it shows first: beneath the zone, where they have no dot."),
  zone: z
    .enum(["environment", "root"])
    .default("environment")
    .describe("Whose names they are: the environment's own zone's, or the root domain's, which another account may hold."),
  secondRegion: region()
    .optional()
    .describe("A region of the account that keeps a copy of all files, written as they come; without it there is none."),
  folder: z
    .string()
    .min(1)
    .default("dist")
    .describe("The folder that is published, as it was built: from the project's own. Another one by `--folder`."),
};

export const sites = section({
  schema: staticSiteData.omit({ name: true, accountId: true, region: true, parameterName: true }).extend(ownFields),
  whole: schemas.StaticSite,
  wire: ({ project, environment, region, entry }, { zone: _, folder: __, secondRegion: ___, domainNames, ...data }) => ({
    ...data,
    ...(Array.isArray(domainNames) ? { domainNames: domainNames.map((name) => hostName(String(name), "example.com")) } : { domainNames }),
    name: `${project}-${environment}-${entry}`,
    accountId: someAccount,
    region,
    parameterName: `/${project}/${environment}/site/${entry}`,
  }),
  nonProduction,
  rules,
  notices,
  kinds: ["workload"],
  entries: "site",
});
