import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides } from "./fields.js";
import { origins } from "./origin.js";

const countries = structural(
  z.array(z.string().regex(/^[A-Z]{2}$/, "is no country; give its two letters of ISO 3166, such as DE")).min(1),
  "they are listed",
);

/** How the site is delivered. */
export const distributionFields = {
  origins: origins().describe("What answers some paths in the site's place, by name: an API behind `/api/*`."),
  priceClass: z
    .enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"])
    .default("PriceClass_100")
    .describe("From where it is delivered: North America, Europe and Israel; those, Asia, Africa and the Middle East; everywhere."),
  httpVersion: z.enum(["http2", "http2and3"]).default("http2and3").describe("What browsers may speak, beside HTTP/1.1."),
  geoRestriction: structural(
    z.union([z.literal("off"), z.strictObject({ allow: countries }), z.strictObject({ deny: countries })]),
    decides,
  )
    .default("off")
    .describe("The countries that alone are served (`allow`), or are not (`deny`): two letters each. The others get a 403."),
};
