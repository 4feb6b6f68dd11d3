/** A repository that images are pulled from; it may stand in another account of the estate. */
export interface ImageRepository {
  readonly repositoryArn: string;
  /** Without a tag: `333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api`. */
  readonly repositoryUrl: string;
}
