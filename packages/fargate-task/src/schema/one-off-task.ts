import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** A one-off task's data: the props, their defaults, checks and documentation. */
export const oneOffTaskData = z.strictObject({
  parameterName: z
    .string()
    .regex(/^\/?[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+)*$/, "is no parameter's name; give one such as /shop/prod/service/api/task/migrate")
    .max(1011)
    .describe("The parameter in Systems Manager that says how it is run, such as `/shop/prod/service/api/task/migrate`."),
  command: structural(z.array(z.string()).min(1), "it is written into the parameter").describe("Arguments, instead of the container's."),
  followFamily: structural(z.boolean(), "it decides what is run")
    .default(false)
    .describe("Run the family's newest revision, whoever registered it, instead of Terraform's: for an image that a pipeline owns."),
});

export type OneOffTaskConfig = z.output<typeof oneOffTaskData>;
