import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** What ECS takes as a family's name. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
export const familyName = () =>
  structural(
    z
      .string()
      .regex(/^[a-zA-Z0-9_-]+$/, "is no family's name; give letters, digits, - and _")
      // what is made beside it ends in up to 25 more
      .max(230),
    "other names are made from it",
  );

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export const containerName = () =>
  z
    .string()
    .regex(/^[a-zA-Z0-9_][a-zA-Z0-9_-]*$/, "is no container's name; give letters, digits, - and _, no - first")
    .max(255);

/** A key of a map that becomes part of addresses and names. */
export const entryName = () =>
  z
    .string()
    .regex(/^[a-z](-?[a-z0-9])*$/, "is no name; give lower-case letters, digits and single hyphens, a letter first")
    .max(40);

export const absolutePath = () => z.string().regex(/^\/[^\s:]*$/, 'is no absolute path; give one such as "/data"');

/** A reference to an image, as Docker writes it. https://pkg.go.dev/github.com/distribution/reference */
export const image = () =>
  z
    .string()
    .regex(
      /^([a-zA-Z0-9.-]+(:\d+)?\/)?[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[\w][\w.-]{0,127})?(@sha256:[a-f0-9]{64})?$/,
      'is no image; give one such as "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:1.4.2"',
    )
    .max(512);
