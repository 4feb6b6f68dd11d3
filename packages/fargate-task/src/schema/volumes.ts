import { structural } from "@groundplan/core/schema";
import { z } from "zod";

const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-[0-9a-f]{8,40}$`), `is no id; give one such as ${prefix}-0123456789abcdef0`);

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
const efs = z.strictObject({
  fileSystemId: id("fs").describe("The file system, of the same account and region."),
  accessPointId: id("fsap").describe("The access point, which says the folder and the user; the task role may mount by no other."),
});

const volume = z.strictObject({
  efs: structural(efs, "the task role is granted it")
    .optional()
    .describe("Files that last, on EFS: encrypted on the way, by IAM. Default: an empty volume that ends with the task."),
});

export const volumes = () =>
  structural(
    z.record(z.string().regex(/^[a-zA-Z0-9_-]{1,255}$/, "is no volume's name; give letters, digits, - and _"), volume),
    "they are checked against the mounts",
  )
    .default({})
    .describe("Volumes by name, for the containers' `mounts`.");
