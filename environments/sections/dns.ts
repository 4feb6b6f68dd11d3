import { nonProduction, rules, schemas } from "@groundplan/dns/config";
import { z } from "zod";
import { section } from "../section.js";

const { Zone: whole } = schemas;

// the account is the environment's, so that a file names none
const roles = () =>
  z.array(
    z
      .string()
      .regex(
        /^[\w+=,.@*?-]+(\/[\w+=,.@*?-]+)*$/,
        'is no role of the environment\'s account; give its path and name, such as "admin"; * stands for any characters',
      ),
  );

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
    planners: roles()
      .default([])
      .describe("Roles of the environment's account that may read that record, to plan, beside its pipelines: people's."),
    appliers: roles()
      .default([])
      .describe(
        "Roles of the environment's account that may write that record, beside the pipeline that applies: people's, such as `aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_admin_*`.",
      ),
  }),
  whole,
  wire: ({ environment }, { zoneName = `${environment}.example.com`, delegation: _, planners: __, appliers: ___, ...data }) => ({
    ...data,
    name: zoneName,
  }),
  nonProduction,
  rules,
  notices: () => [],
  kinds: ["shared", "workload"],
});
