import { TerraformDataSource, type TerraformElement, TerraformResource, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { addressPrefix, instancePath } from "./instance-path.js";

/**
 * Gives a resource its Terraform address: the path of the module's instance, then the suffix. Call it right after `new`.
 *
 * Addresses are part of a module's version: changing a suffix needs a `Moved` beside it.
 *
 * @example address(new Subnet(this, `${tier}-${az}`, {...}), this, tier, az) // aws_subnet.network_private_a
 * @throws {Error} where the address is not Terraform's to have, or an attribute was read before
 */
export function address<R extends TerraformElement>(resource: R, module: Construct, ...suffix: string[]): R {
  const stack = TerraformStack.of(module);
  const name = addressPrefix([...instancePath(module), ...suffix]);
  if (!/^[a-z_]/.test(name))
    throw new Error(`"${name}" is no name for Terraform, which starts with a letter; give "${module.node.path}" another id`);
  resource.overrideLogicalId(name);
  // cdktf ignores a name that comes too late.
  if (resource.friendlyUniqueId !== name)
    throw new Error(`"${resource.node.path}" was read before it was named; call address() right after "new"`);
  refuseTwins(stack);
  return resource;
}

const watched = Symbol.for("@groundplan/core/addresses");

// cdktf merges two elements of one address without a word, one of ours with one of the user's too.
function refuseTwins(stack: TerraformStack): void {
  if (Object.hasOwn(stack, watched)) return;
  Object.defineProperty(stack, watched, { value: true });
  stack.node.addValidation({ validate: () => twinsIn(stack) });
}

function twinsIn(stack: TerraformStack): string[] {
  const firsts = new Map<string, string>();
  const problems: string[] = [];
  for (const element of stack.node.findAll().filter(hasAddress)) {
    if (TerraformStack.of(element) !== stack) continue;
    const kind = TerraformDataSource.isTerraformDataSource(element) ? "data." : "";
    const at = `${kind}${element.terraformResourceType}.${element.friendlyUniqueId}`;
    const first = firsts.get(at);
    if (first !== undefined) problems.push(`"${element.node.path}" and "${first}" would both be ${at}; give one of them another id`);
    firsts.set(at, element.node.path);
  }
  return problems;
}

function hasAddress(node: IConstruct): node is TerraformResource | TerraformDataSource {
  return TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node);
}
