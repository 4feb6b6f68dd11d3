import { arn, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { configFields } from "./config-schema.js";
import { accountDetection, regionDetection } from "./detection-schema.js";
import { trailFields } from "./trail-schema.js";

const alerts = {
  alerts: z
    .strictObject({
      email: structural(z.array(structural(z.email(), "the subscription is named after it")), "each is a resource")
        .default([])
        .describe("Addresses that get a mail, once they have confirmed by the link in the first one."),
    })
    .prefault({})
    .describe("Who is told of alarms and findings, by a topic of the account's own, where none is wired. Default: nobody."),
};

/** The audit's sections of an account, in its home region: `audit`. */
export const accountAudit = {
  audit: structural(
    z.strictObject({ ...alerts, ...trailFields, ...configFields, ...accountDetection }),
    "it decides which resources there are",
  )
    .prefault({})
    .describe("What is written down, watched and told."),
};

/** The audit's sections of each further region; the trail is one for all. */
export const regionAudit = {
  audit: structural(z.strictObject({ ...alerts, ...configFields, ...regionDetection }), "it decides which resources there are")
    .prefault({})
    .describe("What is watched and told in the region; the account's trail is of all regions."),
};

const because = "an import block is made of it";

const name = (most: number) =>
  structural(z.string().regex(new RegExp(`^[\\w.+=,@-]{1,${most}}$`), "is no name; give it as AWS lists it"), because);

const stands = (what: string) => structural(z.boolean(), because).default(false).describe(what);

/** Identifiers of what stands already: of the account, and of each region. */
export const existingAccountAudit = {
  trail: name(128).optional().describe("The name of the trail of all regions whose home is the account's home region."),
  configRole: stands("Whether the role `AWSServiceRoleForConfig` stands: it does where AWS Config was ever set up in the console."),
  findingAggregator: structural(arn("securityhub"), because).optional().describe("The ARN of Security Hub's finding aggregator."),
  anomalyMonitor: structural(arn("ce"), because)
    .optional()
    .describe("The ARN of the cost anomaly monitor of services, of which an account has one."),
};

export const existingRegionAudit = {
  recorder: name(256).optional().describe("The name of AWS Config's recorder, mostly `default`; an account has one a region."),
  deliveryChannel: name(256)
    .optional()
    .describe("The name of AWS Config's delivery channel, mostly `default`; an account has one a region."),
  detector: structural(z.string().regex(/^[0-9a-f]{32}$/, "is no detector; give its id, of 32 hexadecimal digits"), because)
    .optional()
    .describe("The id of GuardDuty's detector; an account has one a region."),
  securityHub: stands("Whether Security Hub is on in the region."),
  macie: stands("Whether Macie is on in the region."),
};
