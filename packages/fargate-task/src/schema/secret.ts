import { arn, type CrossProblem, crossCheck } from "@groundplan/core/schema";
import { z } from "zod";

const sources = ["secretArn", "parameterArn", "parameterName"] as const;

const secretFields = z.strictObject({
  secretArn: arn("secretsmanager").optional().describe("A secret in Secrets Manager: its ARN, with the six random characters at its end."),
  jsonKey: z
    .string()
    .min(1)
    .regex(/^[^:]+$/, "has a colon, which parts the ARN's fields; give a key without one")
    .optional()
    .describe("A key of the JSON that the secret holds. Default: the whole of it."),
  versionStage: z.string().min(1).max(256).optional().describe("The secret's version by its label. Default: `AWSCURRENT`."),
  versionId: z.string().min(32).max(64).optional().describe("The secret's version by its id. Give this or `versionStage`."),
  parameterArn: arn("ssm").optional().describe("A parameter in Systems Manager, by its ARN."),
  parameterName: z
    .string()
    .regex(/^\/?[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+)*$/, "is no parameter's name; give one such as /shop/prod/token")
    .max(1011)
    .optional()
    .describe("A parameter in Systems Manager of the same account and region, by its name."),
  keyArn: arn("kms").optional().describe("The customer-managed key that it is encrypted by; AWS's own keys need no mention."),
});

export type SecretSource = z.output<typeof secretFields>;

function sourceProblems(secret: SecretSource): CrossProblem[] {
  const given = sources.filter((source) => secret[source] !== undefined);
  if (given.length === 0) return [{ path: [], value: secret, message: `says nowhere to find it; give one of ${sources.join(", ")}` }];
  const more = given
    .slice(1)
    .map((source) => ({ path: [source], value: secret[source], message: `is one place too many; give "${given[0]}" or this` }));
  const ofSecrets = (["jsonKey", "versionStage", "versionId"] as const).filter((key) => secret[key] !== undefined);
  const foreign = secret.secretArn === undefined ? ofSecrets : [];
  const alone = foreign.map((key) => ({
    path: [key],
    value: secret[key],
    message: 'is for Secrets Manager alone; give "secretArn", or take it out',
  }));
  const twice = secret.versionStage !== undefined && secret.versionId !== undefined;
  const versions = twice
    ? [{ path: ["versionId"], value: secret.versionId, message: 'names the version again; give this or "versionStage"' }]
    : [];
  return [...more, ...alone, ...versions];
}

/** Where a secret is; its value is never read by Terraform, ECS puts it into the container as it starts. */
export const secretSource = () =>
  secretFields.check(
    crossCheck<SecretSource>(["secretArn", "jsonKey", "versionStage", "versionId", "parameterArn", "parameterName"], sourceProblems),
  );
