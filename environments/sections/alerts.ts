import { nonProduction, rules, schemas } from "@groundplan/alarms/config";
import { section, someAccount } from "../section.js";

const whole = schemas.AlarmTopic;

export const alerts = section({
  schema: whole.omit({ name: true, accountId: true, region: true }),
  whole,
  // the longer one of the two topics
  wire: ({ project, environment, region }, data) => ({
    ...data,
    name: `${project}-${environment}-edge-alerts`,
    accountId: someAccount,
    region,
  }),
  nonProduction,
  rules,
  notices: () => [],
  kinds: ["shared", "workload"],
  always: true,
});
