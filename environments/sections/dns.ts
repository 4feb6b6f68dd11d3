import { nonProduction, rules, schemas } from "@groundplan/dns/config";
import { z } from "zod";
import { section } from "../section.js";

const { Zone: whole } = schemas;

export const dns = section({
  schema: whole.omit({ name: true }).extend({
    zoneName: whole.shape.name
      .optional()
      .describe("The zone's name: the environment's beneath the root domain, if it is left out. One environment may hold the root's own."),
    delegation: z
      .enum(["estate", "elsewhere"])
      .default("estate")
      .describe(
        "Who writes the NS record that makes the zone answer: we do, into the environment that holds the root's zone, or a person, elsewhere.",
      ),
  }),
  whole,
  wire: ({ environment }, { zoneName = `${environment}.example.com`, delegation: _, ...data }) => ({ ...data, name: zoneName }),
  nonProduction,
  rules,
  notices: () => [],
  kinds: ["shared", "workload"],
});
