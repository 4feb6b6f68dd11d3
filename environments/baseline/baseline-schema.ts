import { accountData, regionData } from "@groundplan/account-baseline/config";
import { region } from "@groundplan/core/schema";
import { z } from "zod";

const { name: _, accountId: __, accountKind: ___, securityAccountId: ____, estateAccountIds: _____, ...account } = accountData.shape;
const { region: ______, identity, audit, existing, ...ownAccount } = account;
const { trail } = audit.unwrap().shape;
const { dataEvents } = trail.unwrap().shape;
const { buckets } = dataEvents.unwrap().shape;
const { boundary, pipelines } = identity.unwrap().shape;

const { defaults, keys, protect, audit: regionAudit, existing: regionExisting } = regionData.shape;

/** What the estate knows is left out: its repository, its environments, the boundary's name, and which buckets are sites'. */
const estateIdentity = z.strictObject({
  ...identity.unwrap().shape,
  boundary: boundary.unwrap().omit({ policyName: true }).prefault({}).describe(described(boundary)),
  pipelines: pipelines.unwrap().omit({ repository: true, environments: true }).optional().describe(described(pipelines)),
});

const estateTrail = z.strictObject({
  ...trail.unwrap().shape,
  dataEvents: z
    .strictObject({
      ...dataEvents.unwrap().shape,
      buckets: z.union([z.literal("sites"), ...buckets.options]).describe(`${described(buckets)} \`sites\`: those of the account's sites.`),
    })
    .optional()
    .describe(described(dataEvents)),
});

const estateAudit = z.strictObject({ ...audit.unwrap().shape, trail: estateTrail.prefault({}).describe(described(trail)) });

const { accessAnalyzer, recorder, deliveryChannel, detector, securityHub, macie } = regionExisting.unwrap().shape;

const regional = {
  accessAnalyzer: byRegion(accessAnalyzer.unwrap(), accessAnalyzer),
  recorder: byRegion(recorder.unwrap(), recorder),
  deliveryChannel: byRegion(deliveryChannel.unwrap(), deliveryChannel),
  detector: byRegion(detector.unwrap(), detector),
  securityHub: byRegion(securityHub.unwrap(), securityHub),
  macie: byRegion(macie.unwrap(), macie),
};

/** What stands once in each region, and is a map by region in the estate's file. */
export const regionalExisting = Object.keys(regional) as readonly (keyof typeof regional)[];

const estateExisting = z.strictObject({ ...existing.unwrap().shape, ...regional });

/** An account's baseline in `estate.yaml`: its module's data, without what the estate knows already. */
export const baselineSchema = z.strictObject({
  ...ownAccount,
  identity: estateIdentity.prefault({}).describe(described(identity)),
  audit: estateAudit.prefault({}).describe(described(audit)),
  existing: estateExisting.prefault({}).describe(described(existing)),
  inRegions: z
    .record(region(), z.strictObject({ defaults, keys, protect, audit: regionAudit }))
    .default({})
    .describe("What a further region has otherwise than the account, by the region's name."),
});

export type BaselineConfig = z.output<typeof baselineSchema>;

function byRegion<S extends z.ZodType>(value: S, field: z.ZodType) {
  return z
    .union([value, z.record(region(), value)])
    .optional()
    .describe(`${described(field)} A map by region; a value alone is the home region's.`);
}

function described(schema: z.ZodType): string {
  return schema.description ?? "";
}
