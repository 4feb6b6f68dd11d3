import type { ImageRepositoryConfig } from "./config.js";

type Expiry = Pick<ImageRepositoryConfig, "keepReleases" | "releaseTagPrefixes" | "expireOtherTagsAfterDays" | "expireUntaggedAfterDays">;

interface Selection {
  readonly tagStatus: "tagged" | "untagged";
  readonly tagPrefixList?: readonly string[];
  readonly tagPatternList?: readonly string[];
  readonly countType: "imageCountMoreThan" | "sinceImagePushed";
  readonly countUnit?: "days";
  readonly countNumber: number;
}

interface Rule {
  readonly description: string;
  readonly selection: Selection;
}

/**
 * Which images go. An image that fits a rule is out of reach of those after it, so that releases come first.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function lifecyclePolicy(expiry: Expiry): string {
  const rules = [...releases(expiry), ...others(expiry), untagged(expiry)];
  return JSON.stringify({
    rules: rules.map(({ description, selection }, index) => ({
      rulePriority: index + 1,
      description,
      selection,
      action: { type: "expire" },
    })),
  });
}

// Several prefixes in one rule mean images that have tags with all of them.
// https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
function releases({ releaseTagPrefixes, keepReleases }: Expiry): Rule[] {
  const newest = { tagStatus: "tagged", countType: "imageCountMoreThan", countNumber: keepReleases } as const;
  if (releaseTagPrefixes.length === 0)
    return [{ description: "keep the newest releases", selection: { ...newest, tagPatternList: ["*"] } }];
  return releaseTagPrefixes.map((prefix) => ({
    description: `keep the newest releases ${prefix}*`,
    selection: { ...newest, tagPrefixList: [prefix] },
  }));
}

function others({ expireOtherTagsAfterDays: days }: Expiry): Rule[] {
  if (days === undefined) return [];
  return [{ description: "expire what is no release", selection: { tagStatus: "tagged", tagPatternList: ["*"], ...afterDays(days) } }];
}

function untagged({ expireUntaggedAfterDays: days }: Expiry): Rule {
  return { description: "expire what has no tag", selection: { tagStatus: "untagged", ...afterDays(days) } };
}

function afterDays(days: number) {
  return { countType: "sinceImagePushed", countUnit: "days", countNumber: days } as const;
}
