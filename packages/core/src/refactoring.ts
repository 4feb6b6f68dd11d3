import { TerraformElement, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { addressPrefix, instancePath } from "./instance-path.js";

/** A resource's address in its root module: `aws_subnet.network_private_a`. */
type Address = string;

/**
 * Tells Terraform that a resource has another address now, so that it is kept and not made again.
 *
 * @example new Moved(this, "subnet-renamed", { from: "aws_subnet.net_private_a", to: "aws_subnet.network_private_a" })
 * @see https://developer.hashicorp.com/terraform/language/modules/develop/refactoring
 */
export class Moved extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly move: { readonly from: Address; readonly to: Address },
  ) {
    super(scope, id);
    requireAddresses(this, move.from, move.to);
  }

  override toTerraform(): object {
    return { moved: [{ from: this.move.from, to: this.move.to }] };
  }
}

/**
 * Takes a resource out of the state, and leaves it standing in AWS unless told otherwise.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources
 */
export class Removed extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly removal: { readonly from: Address; readonly destroy?: boolean },
  ) {
    super(scope, id);
    requireAddresses(this, removal.from);
  }

  override toTerraform(): object {
    return { removed: [{ from: this.removal.from, lifecycle: [{ destroy: this.removal.destroy === true }] }] };
  }
}

/**
 * Takes something that exists in AWS into the state, under an address of the stack. Root modules only.
 *
 * @see https://developer.hashicorp.com/terraform/language/import
 */
export class Import extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly existing: { readonly to: Address; readonly id: string; readonly provider?: TerraformProvider },
  ) {
    super(scope, id);
    requireAddresses(this, existing.to);
  }

  override toTerraform(): object {
    const { to, id, provider } = this.existing;
    return { import: [{ to, id, ...(provider === undefined ? {} : { provider: provider.fqn }) }] };
  }
}

/**
 * The moves of a module's instance that was given another id: every address that began with the old one.
 *
 * @example movedFrom(network, "net") // aws_vpc.net -> aws_vpc.network, and so on
 */
export function movedFrom(instance: Construct, oldPath: string, addresses: readonly Address[]): Moved[] {
  const now = addressPrefix(instancePath(instance));
  const before = addressPrefix(oldPath.split("/"));
  return addresses.map((to) => {
    const [type = "", name = ""] = to.split(".");
    if (name !== now && !name.startsWith(`${now}_`))
      throw new Error(`"${to}" is no address of "${instance.node.path}"; give addresses begun by "${now}"`);
    return new Moved(instance, `moved-${type}-${name}`, { from: `${type}.${before}${name.slice(now.length)}`, to });
  });
}

function requireAddresses(element: TerraformElement, ...addresses: string[]): void {
  const wrong = addresses.find((address) => !/^(module\.[\w-]+\.)*[a-z0-9_]+\.[A-Za-z_][\w-]*(\[.+\])?$/.test(address));
  if (wrong !== undefined)
    throw new Error(`${element.node.path}: "${wrong}" is no address; give one such as "aws_subnet.network_private_a"`);
}
