import { accountId, arn, type ProductionRule, region, structural } from "@groundplan/core/schema";
import { z } from "zod";

// https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
const name = z
  .string()
  .min(2)
  .max(256)
  .regex(
    /^([a-z0-9]+([._-][a-z0-9]+)*\/)*[a-z0-9]+([._-][a-z0-9]+)*$/,
    "is no repository name; give lower-case letters and digits, with single . _ - or / between them, such as shop/api",
  );

const tagPrefix = z
  .string()
  .regex(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/, "begins no tag; give letters, digits, . _ and -, such as v or release-");

const counted = <S extends z.ZodType>(count: S) => structural(count, "the rules are written out as text");

interface Expiry {
  readonly releaseTagPrefixes: readonly string[];
  readonly expireOtherTagsAfterDays?: number | undefined;
}

function prefixesFit({ releaseTagPrefixes, expireOtherTagsAfterDays }: Expiry, context: z.core.$RefinementCtx): void {
  releaseTagPrefixes.forEach((prefix, index) => {
    const other = releaseTagPrefixes.find((one, at) => at !== index && prefix.startsWith(one) && (prefix !== one || at < index));
    if (other === undefined) return;
    const message = `begins with "${other}", whose rule takes its images already; take one of them out`;
    context.addIssue({ code: "custom", input: prefix, path: ["releaseTagPrefixes", index], message });
  });
  if (releaseTagPrefixes.length > 0 || expireOtherTagsAfterDays === undefined) return;
  const message = 'speaks of tags that are no releases, but all are; give "releaseTagPrefixes", or leave it out';
  context.addIssue({ code: "custom", input: expireOtherTagsAfterDays, path: ["expireOtherTagsAfterDays"], message });
}

const imageRepository = z
  .strictObject({
    name: name.describe("The repository's name in ECR, such as `shop/api`. Changing it makes another repository."),
    accountId: accountId().describe("The account that owns the repository."),
    region: region().describe("The repository's region."),
    pullAccountIds: structural(z.array(accountId()), "each is named in the repository's policy")
      .default([])
      .describe("Other accounts whose roles may pull, as far as their own IAM lets them."),
    pushRoleArns: structural(
      z.array(structural(arn("iam"), "its account is named in the policy")),
      "each is named in the repository's policy",
    )
      .default([])
      .describe("Roles of other accounts that may push. They need not exist yet."),
    immutableTags: z
      .boolean()
      .default(true)
      .describe("Refuse a push that moves a tag: what was tested under a tag is what is deployed by it."),
    scanOnPush: z.boolean().default(true).describe("Look for known vulnerabilities in each image that is pushed (basic scanning)."),
    keepReleases: counted(z.int().min(1).max(10_000))
      .default(100)
      .describe("How many releases are kept, of each of `releaseTagPrefixes`: the newest. ECR does not know which are deployed."),
    releaseTagPrefixes: structural(z.array(tagPrefix).max(48), "each becomes a rule")
      .default([])
      .describe("How the tags of releases begin, such as `v`; every tag is a release's, if there is none."),
    expireOtherTagsAfterDays: counted(z.int().min(1))
      .optional()
      .describe("Days after which a tagged image that is no release goes; kept for good, if it is left out."),
    expireUntaggedAfterDays: counted(z.int().min(1)).default(14).describe("Days after which an image without a tag goes."),
    protect: structural(z.boolean(), "Terraform wants it as a literal")
      .default(true)
      .describe("Refuse a plan that destroys the repository. Off, and applied, a destroy takes the images along."),
  })
  .superRefine(prefixesFit, {
    when: ({ issues }) => !issues.some(({ path }) => ["releaseTagPrefixes", "expireOtherTagsAfterDays"].includes(String(path?.[0]))),
  });

export type ImageRepositoryConfig = z.output<typeof imageRepository>;

/** The data of each class: the environment file's section, the props, their defaults, checks and documentation. */
export const schemas = { ImageRepository: imageRepository };

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { keepReleases: 20, protect: false } satisfies Partial<ImageRepositoryConfig>;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<ImageRepositoryConfig>[] = [
  {
    id: "ecr-immutable-tags",
    path: ["immutableTags"],
    holds: ({ immutableTags }) => immutableTags,
    message: 'is off, so that a tag can be moved to an image that nobody tested; leave "immutableTags" on',
  },
  {
    id: "ecr-scanned",
    path: ["scanOnPush"],
    holds: ({ scanOnPush }) => scanOnPush,
    message: 'is off, and nobody hears of known vulnerabilities; leave "scanOnPush" on',
  },
  {
    id: "ecr-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and a destroyed repository takes with it the images that run; leave "protect" on',
  },
];
