import { accountId, bucketName, type CrossProblem, crossCheck, type ProductionRule, structural } from "@groundplan/core/schema";
import { z } from "zod";

const writers = ["cloudtrail", "config", "load-balancers", "log-delivery", "s3-access-logs"] as const;

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
const transition = z.strictObject({
  afterDays: z.int().min(0).describe("Days after an object was written."),
  storageClass: z
    .enum(["STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"])
    .describe("Where it goes. S3 leaves objects smaller than 128 KB where they are."),
});

interface Lifecycle {
  readonly transitions: readonly z.output<typeof transition>[];
  readonly expireAfterDays: number;
}

function transitionsFit({ transitions, expireAfterDays }: Lifecycle, context: z.core.$RefinementCtx): void {
  const days = transitions.map(({ afterDays }) => afterDays);
  transitions.forEach(({ afterDays, storageClass }, index) => {
    const refuse = (message: string): void =>
      context.addIssue({ code: "custom", input: afterDays, path: ["transitions", index, "afterDays"], message });
    // a number that is not known yet is negative
    if (afterDays < 0) return;
    if (["STANDARD_IA", "ONEZONE_IA"].includes(storageClass) && afterDays < 30)
      refuse(`is too early for ${storageClass}, which takes objects after 30 days; give at least 30`);
    if (days.indexOf(afterDays) < index) refuse("is another transition's day too; give each its own");
    if (expireAfterDays > 0 && afterDays >= expireAfterDays)
      refuse(`is not before "expireAfterDays" ${expireAfterDays}; give fewer days, or keep logs for longer`);
  });
}

const objectLock = z.strictObject({
  mode: structural(z.enum(["governance", "compliance"]), "production asks why").describe(
    "`governance`: who has `s3:BypassGovernanceRetention` may still delete. `compliance`: nobody can, root and AWS included.",
  ),
  days: z.int().min(1).max(36_500).describe("Days for which what is written cannot be deleted."),
});

interface Locked {
  readonly objectLock?: z.output<typeof objectLock> | undefined;
  readonly writers: readonly (typeof writers)[number][];
}

// https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
const notToLocked: readonly string[] = ["config", "s3-access-logs"];

function lockFits({ objectLock, writers }: Locked): CrossProblem[] {
  if (objectLock === undefined) return [];
  const message = 'writes to no bucket that keeps objects locked; give it another bucket, or take out "objectLock"';
  return writers.flatMap((value, index) => (notToLocked.includes(value) ? [{ path: ["writers", index], value, message }] : []));
}

/** A log bucket's data: the props, their defaults, checks and documentation. */
export const schema = z
  .strictObject({
    bucketName: bucketName().describe("The bucket's name, unique in all of AWS."),
    writers: structural(z.array(z.enum(writers)), "each has its own statements in the bucket's policy")
      .default([])
      .describe("The AWS services that may write; `log-delivery` is for VPC flow logs, CloudFront, WAF and network load balancers."),
    sourceAccountIds: structural(z.array(accountId()).min(1), "each is named in the bucket's policy").describe(
      "The accounts whose services may write: the bucket's own, for a central bucket the others' too.",
    ),
    transitions: structural(z.array(transition), "each becomes a rule").default([]).describe("When objects go to cheaper storage."),
    expireAfterDays: z.int().min(1).default(365).describe("Days after which a log is deleted."),
    oldVersionsExpireAfterDays: z.int().min(1).default(30).describe("Days for which what was overwritten or deleted can be brought back."),
    objectLock: structural(objectLock, "it decides whether there is a lock")
      .optional()
      .describe(
        "Keep what is written from being deleted. Once on, S3 never switches it off: without it, new objects are free. Default: no.",
      ),
    undeletable: structural(z.boolean(), "it decides on a statement of the bucket's policy")
      .default(false)
      .describe("Refuse everybody the deletion of a log before its time, by the bucket's policy, for as long as `protect` is on."),
    protect: structural(z.boolean(), "Terraform wants it as a literal")
      .default(true)
      .describe("Refuse a plan that destroys the bucket. Off, and applied, a destroy takes the logs in it along."),
  })
  .superRefine(transitionsFit, {
    when: ({ issues }) => !issues.some(({ path }) => ["transitions", "expireAfterDays"].includes(String(path?.[0]))),
  })
  .check(crossCheck<Locked>(["objectLock", "writers"], lockFits));

export type LogBucketConfig = z.output<typeof schema>;

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { expireAfterDays: 30, oldVersionsExpireAfterDays: 1, protect: false } satisfies Partial<LogBucketConfig>;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<LogBucketConfig>[] = [
  {
    id: "log-bucket-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and a destroyed bucket takes its logs with it; leave "protect" on',
  },
  {
    id: "log-bucket-kept",
    path: ["expireAfterDays"],
    holds: ({ expireAfterDays }) => expireAfterDays >= 90,
    message: "is short of the 90 days in which a break-in is usually found; give at least 90",
  },
  {
    id: "log-bucket-lock-revocable",
    path: ["objectLock", "mode"],
    holds: ({ objectLock }) => objectLock?.mode !== "compliance",
    message: 'is "compliance", which nobody can take back, however long and dear; give "governance", or acknowledge it',
  },
];
