import { TerraformDataSource, TerraformProvider, TerraformResource, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** A provider's arguments, as in the JSON: snake_case. */
export type ProviderArguments = Readonly<Record<string, unknown>>;

/**
 * Gives a stack the providers that its resources need and nobody made: modules make none, and a test of one need not either.
 */
export function addBareProviders(stack: TerraformStack, givenArguments: Readonly<Record<string, ProviderArguments>>): void {
  const providers = stack.node.findAll().filter(TerraformProvider.isTerraformProvider);
  // one with an alias serves only those that ask for it
  const made = new Set(providers.filter(({ alias }) => alias === undefined).map(nameOf));
  for (const element of stack.node.findAll()) {
    if (!TerraformResource.isTerraformResource(element) && !TerraformDataSource.isTerraformDataSource(element)) continue;
    const name = nameOf(element);
    if (name === undefined || name === "terraform" || made.has(name)) continue;
    made.add(name);
    new BareProvider(stack, name, element, givenArguments[name] ?? {});
  }
}

function nameOf(element: TerraformProvider | TerraformResource | TerraformDataSource): string | undefined {
  return element.terraformGeneratorMetadata?.providerName;
}

/** A provider of the very version that a resource was generated for. */
class BareProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    name: string,
    user: TerraformResource | TerraformDataSource,
    private readonly given: ProviderArguments,
  ) {
    super(scope, `provider-${name}`, {
      terraformResourceType: name,
      terraformProviderSource: name,
      ...(user.terraformGeneratorMetadata === undefined ? {} : { terraformGeneratorMetadata: user.terraformGeneratorMetadata }),
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { ...this.given };
  }
}
