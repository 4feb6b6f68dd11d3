import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides, entryName } from "./fields.js";
import { size } from "./size.js";

const replica = z.strictObject({
  size: size().optional().describe("Its own size. Default: the database's."),
  inSecondRegion: structural(z.boolean(), decides)
    .default(false)
    .describe("Whether it stands in `secondRegion`. Not for Aurora, which has `globalCluster`."),
  multiAz: z.boolean().default(false).describe("Whether it has a standby of its own, to be promoted with. Not for Aurora."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(false)
    .describe("Refuse to delete it. It holds nothing that the database does not."),
});

export type ReplicaConfig = z.output<typeof replica>;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html */
export const replicas = () => structural(z.record(entryName(), replica), "an instance is made for each").default({});

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html
const globalCluster = z.strictObject({
  size: size().optional().describe("Size of the instances in the second region. Default: the database's."),
  instances: structural(z.int().min(0).max(15), "an instance is made for each")
    .default(1)
    .describe("Instances in the second region. 0 keeps the data there alone, and costs no instance."),
});

export const globalClusterField = () => structural(globalCluster, decides);
