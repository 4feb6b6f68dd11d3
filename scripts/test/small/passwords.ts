import type { SmallWorld } from "./world.js";

interface Secret {
  readonly Name: string;
}

/** What stands in a world's secrets of databases, by secret: as RDS or Terraform wrote it. */
export async function passwordsIn(world: SmallWorld): Promise<ReadonlyMap<string, string>> {
  const { SecretList = [] } = (await ask(world, "ListSecrets", {})) as { SecretList?: readonly Secret[] };
  const passwords = SecretList.map(async ({ Name }) => {
    const { SecretString = "{}" } = (await ask(world, "GetSecretValue", { SecretId: Name })) as { SecretString?: string };
    return [Name, String(JSON.parse(SecretString).password)] as const;
  });
  return new Map(await Promise.all(passwords));
}

/** Puts another password into a secret, past Terraform. */
export async function plantPassword(world: SmallWorld, secret: string, password: string): Promise<void> {
  await ask(world, "PutSecretValue", { SecretId: secret, SecretString: JSON.stringify({ username: "dbadmin", password }) });
}

function ask(world: SmallWorld, operation: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  return world.call("secretsmanager", `secretsmanager.${operation}`, body);
}
