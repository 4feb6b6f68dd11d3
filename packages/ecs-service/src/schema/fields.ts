import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** What ECS takes as a cluster's or a service's name. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
export const ecsName = (most = 255) =>
  structural(
    z
      .string()
      .regex(/^[a-zA-Z][a-zA-Z0-9_-]*$/, "is no name; give letters, digits, - and _, a letter first")
      .max(most),
    "other names are made from it",
  );

/** A key of a map that becomes part of addresses and AWS names. */
export const entryName = () =>
  z
    .string()
    .regex(/^[a-z](-?[a-z0-9])*$/, "is no name; give lower-case letters, digits and single hyphens, a letter first")
    .max(30);

export const percent = (least = 1, most = 100) => z.int().min(least).max(most);
