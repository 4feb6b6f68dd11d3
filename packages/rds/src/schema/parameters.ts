import { structural } from "@groundplan/core/schema";
import { z } from "zod";

const applied = z.strictObject({
  value: z.string().describe("The value, as RDS writes it."),
  apply: z.enum(["immediately", "atReboot"]).describe("When it takes effect. Static parameters take none but `atReboot`."),
});

/** Parameters of one's own, by name. */
export const parameters = () =>
  structural(
    z.record(
      z.string().regex(/^[a-z][a-zA-Z0-9_.]*$/, "is no parameter's name; give one such as log_min_duration_statement"),
      z.union([z.string(), applied]),
    ),
    "they are checked against those that the module needs",
  ).default({});

export type Parameters = z.output<ReturnType<typeof parameters>>;
