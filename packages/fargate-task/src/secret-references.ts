import { isUnknown } from "@groundplan/core";
import { type Home, parameterArn } from "./arns.js";
import type { SecretVariable } from "./container-definition.js";
import type { SecretSource } from "./schema/secret.js";

/** What a container definition calls a secret by. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html */
export function valueFrom(secret: SecretSource): string {
  if (secret.secretArn === undefined) return secret.parameterArn ?? secret.parameterName ?? "";
  const { secretArn, jsonKey, versionStage, versionId } = secret;
  const isWhole = jsonKey === undefined && versionStage === undefined && versionId === undefined;
  return isWhole ? secretArn : [secretArn, jsonKey, versionStage, versionId].join(":");
}

/** Secrets as variables of a container, in the order of their names. */
export function secretVariables(secrets: Readonly<Record<string, SecretSource>>): readonly SecretVariable[] | undefined {
  const names = Object.keys(secrets).sort();
  return names.length === 0 ? undefined : names.flatMap((name) => variable(name, secrets[name]));
}

function variable(name: string, secret: SecretSource | undefined): SecretVariable[] {
  return secret === undefined ? [] : [{ name, valueFrom: valueFrom(secret) }];
}

/**
 * What a policy has to name, so that a secret may be read. Secrets Manager puts six random characters behind a secret's name;
 * an ARN without them is no secret's to IAM, and six `?` stand for them. Where its end could be both, both are named.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export function secretResources(secretArn: string): readonly string[] {
  if (isUnknown(secretArn)) return [secretArn];
  const tail = /-([A-Za-z0-9]{6})$/.exec(secretArn)?.[1];
  if (tail === undefined) return [`${secretArn}-??????`];
  const couldBeWord = /^[a-z]+$/.test(tail);
  return couldBeWord ? [secretArn, `${secretArn}-??????`] : [secretArn];
}

/** What a policy has to name, so that a parameter may be read; `undefined` where it is a secret. */
export function parameterResource({ parameterArn: arn, parameterName }: SecretSource, home: Home): string | undefined {
  if (arn !== undefined) return arn;
  return parameterName === undefined ? undefined : parameterArn(parameterName, home);
}
