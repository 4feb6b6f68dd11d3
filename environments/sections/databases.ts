import { databaseData, nonProduction, notices, rules, schemas } from "@groundplan/rds/config";
import { z } from "zod";
import { section, someAccount } from "../section.js";

const secondNetwork = z
  .strictObject({
    vpcId: z.string().regex(/^vpc-[0-9a-f]+$/, "is no VPC's id; give one such as vpc-0123456789abcdef0"),
    isolatedSubnetIds: z
      .array(z.string().regex(/^subnet-[0-9a-f]+$/, "is no subnet's id; give one such as subnet-0123456789abcdef0"))
      .min(2, "are subnets of one AZ at most; give some of two AZs")
      .describe("Subnets without a way out, in two AZs at least."),
  })
  .optional()
  .describe("The network in `secondRegion` that replicas, or the global cluster's other half, stand in.");

export const databases = section({
  schema: databaseData.omit({ name: true, accountId: true, region: true }).extend({ secondNetwork }),
  whole: schemas.Database,
  wire: ({ project, environment, region, entry }, { secondNetwork: _, ...data }) => ({
    ...data,
    name: `${project}-${environment}-${entry}`,
    accountId: someAccount,
    region,
  }),
  nonProduction,
  rules,
  notices,
  kinds: ["workload"],
  entries: "database",
});
