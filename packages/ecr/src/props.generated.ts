// Generated from config.ts by `npm run generate`.

/** The data that `ImageRepository` is made from. */
export interface ImageRepositoryData {
  /** The repository's name in ECR, such as `shop/api`. Changing it makes another repository. */
  readonly name: string;
  /** The account that owns the repository. */
  readonly accountId: string;
  /** The repository's region. */
  readonly region: string;
  /** Other accounts whose roles may pull, as far as their own IAM lets them. @default [] */
  readonly pullAccountIds?: readonly string[] | undefined;
  /** Roles of other accounts that may push. They need not exist yet. @default [] */
  readonly pushRoleArns?: readonly string[] | undefined;
  /** Refuse a push that moves a tag: what was tested under a tag is what is deployed by it. @default true */
  readonly immutableTags?: boolean | undefined;
  /** Look for known vulnerabilities in each image that is pushed (basic scanning). @default true */
  readonly scanOnPush?: boolean | undefined;
  /** How many releases are kept, of each of `releaseTagPrefixes`: the newest. ECR does not know which are deployed. 1 to 10000. @default 100 */
  readonly keepReleases?: number | undefined;
  /** How the tags of releases begin, such as `v`; every tag is a release's, if there is none. @default [] */
  readonly releaseTagPrefixes?: readonly string[] | undefined;
  /** Days after which a tagged image that is no release goes; kept for good, if it is left out. At least 1. */
  readonly expireOtherTagsAfterDays?: number | undefined;
  /** Days after which an image without a tag goes. At least 1. @default 14 */
  readonly expireUntaggedAfterDays?: number | undefined;
  /** Refuse a plan that destroys the repository. Off, and applied, a destroy takes the images along. @default true */
  readonly protect?: boolean | undefined;
}
