import { schema as keySchema, nonProduction, rules } from "@groundplan/kms-key/config";
import { section } from "../section.js";

const schema = keySchema.pick({ rotationPeriodDays: true, deletionWindowDays: true, protect: true });

export const keys = section({
  schema,
  whole: schema,
  wire: (_, data) => data,
  nonProduction,
  rules,
  notices: () => [],
  kinds: ["shared", "workload"],
  always: true,
});
