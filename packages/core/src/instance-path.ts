import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** The ids from a stack to a module's instance: what all its addresses begin with. */
export function instancePath(module: Construct): readonly string[] {
  const stack = TerraformStack.of(module);
  return module.node.path.split("/").slice(stack.node.path.split("/").length);
}

/** Ids, in Terraform's letters. */
export function addressPrefix(path: readonly string[]): string {
  return path
    .join("_")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "_");
}
