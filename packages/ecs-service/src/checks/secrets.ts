import type { CrossProblem } from "@groundplan/core/schema";
import type { EcsServiceConfig } from "../schema/service.js";

type Secrets = EcsServiceConfig["secrets"];

/**
 * Secrets that RDS manages: it rotates them, and they can be told by their names, `rds!db-…` and `rds!cluster-…`.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 */
const managed = /:secret:rds!/;

/**
 * A running task keeps what it read at its start, and a rotation locks it out.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
export function staleSecretProblems({ secrets, sidecars }: EcsServiceConfig): CrossProblem[] {
  return [
    ...stale(["secrets"], secrets),
    ...Object.entries(sidecars).flatMap(([name, sidecar]) => stale(["sidecars", name, "secrets"], sidecar.secrets)),
  ];
}

function stale(path: readonly string[], secrets: Secrets): CrossProblem[] {
  const rotating = Object.entries(secrets).filter(([, { secretArn = "" }]) => managed.test(secretArn));
  return rotating.map(([variable, { secretArn }]) => ({
    path: [...path, variable, "secretArn"],
    value: secretArn,
    message:
      "is a master's secret, which RDS rotates, and a running task keeps the old one; give the service a user of the database its own, " +
      'or read the secret at each connection, by "access"',
  }));
}
