import { relative } from "node:path";
import { moduleName, type StackFolder } from "./finding.js";

/** What we read of a stack's JSON. */
export interface StackSource {
  readonly import?: unknown;
  readonly variable?: Readonly<Record<string, { readonly default?: unknown }>>;
}

/**
 * A root module that calls every stack's folder as a local module, so that one Terraform validates them all.
 * A variable without a default becomes the root's, or the call would miss it.
 */
export function rootModule(workFolder: string, stacks: readonly (StackFolder & { readonly source: StackSource })[]): object {
  const modules: Record<string, Record<string, string>> = {};
  const variables: Record<string, object> = {};
  for (const [index, { stack, folder, source }] of stacks.entries()) {
    const name = moduleName(stack, index);
    const call: Record<string, string> = { source: relativeSource(workFolder, folder) };
    for (const variable of withoutDefault(source)) {
      variables[`${name}_${variable}`] = {};
      call[variable] = `\${var.${name}_${variable}}`;
    }
    modules[name] = call;
  }
  return { module: modules, ...(Object.keys(variables).length > 0 ? { variable: variables } : {}) };
}

// an absolute path would be copied into .terraform
function relativeSource(from: string, to: string): string {
  const path = relative(from, to);
  return path.startsWith(".") ? path : `./${path}`;
}

function withoutDefault({ variable = {} }: StackSource): string[] {
  return Object.entries(variable).flatMap(([name, { default: given }]) => (given === undefined ? [name] : []));
}
