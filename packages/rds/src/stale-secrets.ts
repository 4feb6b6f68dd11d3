import { DefaultTokenResolver, StringConcat, TerraformResource, TerraformStack, Tokenization } from "cdktf";
import type { Construct } from "constructs";

/** A secret that RDS rotates, and how often. */
export interface RotatingSecret {
  readonly secretArn: string;
  readonly days: number;
}

/**
 * Refuses services that have a rotating secret as a variable. A running task keeps what it read at its start, so that a rotation
 * locks it out; a task that ends in minutes may have it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 */
export function refuseStaleSecrets(database: Construct, secret: RotatingSecret): void {
  database.node.addValidation({ validate: () => staleSecrets(database, secret) });
}

function staleSecrets(database: Construct, { secretArn, days }: RotatingSecret): string[] {
  const stack = TerraformStack.of(database);
  const reference = String(resolved(stack, secretArn)).replace(/^\$\{(.*)\}$/, "$1");
  const resources = stack.node.findAll().filter(TerraformResource.isTerraformResource);
  const ofType = (type: string) => resources.filter(({ terraformResourceType }) => terraformResourceType === type);
  const holders = ofType("aws_ecs_task_definition").filter((definition) => textOf(definition).includes(reference));
  return holders.flatMap(({ friendlyUniqueId }) =>
    ofType("aws_ecs_service")
      .filter((service) => textOf(service).includes(`aws_ecs_task_definition.${friendlyUniqueId}.`))
      .map(
        (service) =>
          `"${service.node.path}" has the master's secret as a variable, which RDS rotates every ${days} days, and a running task keeps the old one; ` +
          "give it a DatabaseUser of its own, or let it read the secret at each connection",
      ),
  );
}

/** A resource as it stands in the JSON. */
function textOf(resource: TerraformResource): string {
  return JSON.stringify(resolved(resource, resource.toTerraform()));
}

function resolved(scope: Construct, value: unknown): unknown {
  return Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()), preparing: false });
}
