import { relative } from "node:path";
import { moduleName, type StackFolder } from "./finding.js";

interface ProviderBlock {
  readonly alias?: string;
}

/** What we read of a stack's JSON. */
export interface StackSource {
  readonly import?: unknown;
  readonly provider?: Readonly<Record<string, ProviderBlock | readonly ProviderBlock[]>>;
  readonly variable?: Readonly<Record<string, { readonly default?: unknown }>>;
}

/** A stack as the root calls it. */
export interface RootedStack extends StackFolder {
  readonly source: StackSource;
  /** The aliases of providers that the root hands to it; undefined where it has its own. */
  readonly aliases?: readonly string[];
}

/**
 * A root module that calls every stack's folder as a local module, so that one Terraform validates them all.
 * A variable without a default becomes the root's, or the call would miss it.
 */
export function rootModule(workFolder: string, stacks: readonly RootedStack[]): object {
  const modules: Record<string, Record<string, unknown>> = {};
  const variables: Record<string, object> = {};
  for (const [index, { stack, folder, source, aliases }] of stacks.entries()) {
    const name = moduleName(stack, index);
    const call: Record<string, unknown> = { source: relativeSource(workFolder, folder) };
    if (aliases !== undefined) call["providers"] = Object.fromEntries(["aws", ...aliases].map((name) => [name, "aws"]));
    for (const variable of withoutDefault(source)) {
      variables[`${name}_${variable}`] = {};
      call[variable] = `\${var.${name}_${variable}}`;
    }
    modules[name] = call;
  }
  const shares = stacks.some(({ aliases }) => aliases !== undefined);
  return {
    module: modules,
    ...(shares ? { provider: { aws: [{ region: "us-east-1" }] } } : {}),
    ...(Object.keys(variables).length > 0 ? { variable: variables } : {}),
  };
}

// an absolute path would be copied into .terraform
function relativeSource(from: string, to: string): string {
  const path = relative(from, to);
  return path.startsWith(".") ? path : `./${path}`;
}

function withoutDefault({ variable = {} }: StackSource): string[] {
  return Object.entries(variable).flatMap(([name, { default: given }]) => (given === undefined ? [name] : []));
}
