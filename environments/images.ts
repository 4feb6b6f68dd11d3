import { slug } from "@groundplan/core/schema";
import { z } from "zod";

const tag = z
  .string()
  .regex(/^\w[\w.-]{0,127}$/, "is no tag; give letters, digits, _ . and -, such as 1.4.2")
  .describe("The image's tag. Quoted, where it looks like a number.");

const digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'is no digest; give "sha256:" and 64 hexadecimal digits')
  .describe("The image's digest, which no push can move.");

const ofTheEstate = z.strictObject({
  repository: slug(40).describe("One of the estate's repositories, by its name in the section `ecr`."),
  tag: tag.optional(),
  digest: digest.optional(),
});

/** What a service runs: an image of the estate, or any other by its whole reference. */
export const image = z
  .union([z.string().min(1), ofTheEstate])
  .describe(
    "The image: `{ repository: api, tag: 1.4.2 }` of the estate's own, or a whole reference. A pipeline that owns it needs the repository alone.",
  );

/** The whole reference of an image; undefined where a pipeline says which. */
export function imageReference(given: unknown, repositoryUrl: (name: string) => string): string | undefined {
  if (typeof given === "string") return given;
  const { success, data } = ofTheEstate.safeParse(given);
  if (!success) return undefined;
  const url = repositoryUrl(data.repository);
  if (data.digest !== undefined) return `${url}@${data.digest}`;
  return data.tag === undefined ? undefined : `${url}:${data.tag}`;
}
