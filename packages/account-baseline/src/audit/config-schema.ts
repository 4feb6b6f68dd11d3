import { slug, structural } from "@groundplan/core/schema";
import { z } from "zod";

const rule = z.strictObject({
  identifier: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{2,255}$/, 'is no managed rule; give its identifier, such as "ENCRYPTED_VOLUMES"')
    .describe("AWS's identifier of the rule."),
  parameters: structural(z.record(z.string(), z.string()), "they become JSON").default({}).describe("Its parameters, as texts."),
});

// https://docs.aws.amazon.com/config/latest/APIReference/API_PutConformancePack.html
const template = z
  .string()
  .min(1)
  .max(51_200)
  .describe("Its template: the YAML itself, or an S3 URI, such as `s3://bucket/pack.yaml`, of a bucket in the same region.");

/** What AWS Config records, and which rules it holds that against. */
export const configFields = {
  config: structural(
    z.strictObject({
      enabled: structural(z.boolean(), "it decides whether there is a recorder").default(true).describe("Whether changes are recorded."),
      frequency: z
        .enum(["continuous", "daily"])
        .default("continuous")
        .describe("Each change, at 0.003 USD; or one a day and resource that changed, at 0.012 USD."),
      rules: structural(z.record(slug(60), rule), "each is a resource")
        .default({})
        .describe("Managed rules beside the baseline's own, by a name of yours, at 0.001 USD an evaluation."),
      withoutRules: structural(z.array(z.string()), "they are taken out of a list")
        .default([])
        .describe("The baseline's rules that are not wanted, by their names."),
      conformancePacks: structural(z.record(slug(60), template), "each is a resource")
        .default({})
        .describe("Conformance packs, by a name of yours."),
    }),
    "it decides which resources there are",
  )
    .prefault({})
    .describe("AWS Config: what was changed, and whether it is as it should be."),
};
