import { clusterNonProduction, clusterNotices, clusterRules, schemas } from "@groundplan/ecs-service/config";
import { section, someAccount } from "../section.js";

const { Cluster: whole } = schemas;

export const cluster = section({
  schema: whole.omit({ name: true, accountId: true, region: true }),
  whole,
  wire: ({ project, environment, region }, data) => ({ ...data, name: `${project}-${environment}`, accountId: someAccount, region }),
  nonProduction: clusterNonProduction,
  rules: clusterRules,
  notices: clusterNotices,
  kinds: ["shared", "workload"],
  always: true,
});
