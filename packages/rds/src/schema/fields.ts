import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** A key of a map that becomes part of identifiers and addresses. */
export const entryName = () =>
  z
    .string()
    .regex(/^[a-z](-?[a-z0-9])*$/, "is no name; give lower-case letters, digits and single hyphens, a letter first")
    .max(30);

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html */
export const instanceClass = () =>
  structural(
    z.string().regex(/^db\.[a-z][a-z0-9]*(-[a-z]+)?\.[a-z0-9-]+$/, "is no instance class; give one such as db.m7g.large"),
    "what it can do is checked",
  );

/** What all engines take as a database's or a user's name, so that it needs no quotes anywhere. */
export const sqlName = (most = 63) =>
  structural(
    z
      .string()
      .regex(/^[a-z][a-z0-9_]*$/, "is no name; give lower-case letters, digits and _, a letter first")
      .max(most),
    "it is compared with names that the engine keeps to itself",
  );

/** Reason for `structural` where a field decides what is made. */
export const decides = "it decides which resources there are";
