import { schema as moduleSchema, networkData, nonProduction, notices, rules } from "@groundplan/network/config";
import { section, someAccount } from "../section.js";

// no stack makes a bucket for them yet, so that the module is wired to none
const whole = moduleSchema.superRefine(
  ({ flowLogs }, context) => {
    if (flowLogs.destination === "s3" && flowLogs.bucketArn === undefined)
      context.addIssue({
        code: "custom",
        path: ["flowLogs", "bucketArn"],
        message: "is missing; give the ARN of the bucket that takes the logs",
      });
  },
  { when: ({ issues }) => !issues.some(({ path }) => path?.[0] === "flowLogs") },
);

export const network = section({
  schema: networkData.omit({ name: true, accountId: true, region: true }),
  whole,
  wire: ({ project, environment, region }, data) => ({ ...data, name: `${project}-${environment}`, accountId: someAccount, region }),
  nonProduction,
  rules,
  notices,
  kinds: ["workload"],
});
