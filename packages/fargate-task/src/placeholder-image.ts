/** What runs until a pipeline has deployed for the first time: node from Docker's official images, mirrored by AWS, at a version. */
export const placeholderImage = "public.ecr.aws/docker/library/node:22.14.0-alpine3.21";
