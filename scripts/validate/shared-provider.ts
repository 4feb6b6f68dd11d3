import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { moduleName, type StackFolder } from "./finding.js";
import type { StackSource } from "./root-module.js";

/** A stack as it is read for a merged validate. */
export interface ReadStack extends StackFolder {
  readonly source: StackSource;
}

/** A stack as a merged validate takes it. */
export interface MergedStack extends ReadStack {
  /** Where the stack lies itself, where `folder` is a copy. */
  readonly original: string;
  /** Of a copy, the aliases of providers that the root hands to it. */
  readonly aliases?: readonly string[];
}

/**
 * Each module that configures a provider has a process of it, of some 170 MB. One stack of each shape of provider blocks keeps its own,
 * and is validated with them; the others are copied without, and take the root's.
 */
export function sharingProviders(stacks: readonly ReadStack[], folder: string): MergedStack[] {
  rmSync(folder, { recursive: true, force: true });
  const met = new Set<string>();
  return stacks.map((stack, index) => {
    const shape = shapeOf(stack.source);
    const isFirst = !met.has(shape);
    met.add(shape);
    const text = isFirst ? undefined : withoutProviders(stack);
    if (text === undefined) return { ...stack, original: stack.folder };
    const copy = join(folder, moduleName(stack.stack, index));
    mkdirSync(copy, { recursive: true });
    cpSync(stack.folder, copy, { recursive: true, filter: (path) => basename(path) !== ".terraform" });
    writeFileSync(join(copy, "cdk.tf.json"), text);
    return { ...stack, folder: copy, original: stack.folder, aliases: aliasesOf(stack.source) };
  });
}

/** All of the provider blocks but their plain texts: regions, ids, tags. What refers to something is part of it. */
function shapeOf({ provider }: StackSource): string {
  return JSON.stringify(provider, (key, value) => (typeof value === "string" && key !== "alias" && !value.includes("${") ? "" : value));
}

function aliasesOf({ provider = {} }: StackSource): string[] {
  return [provider["aws"] ?? []].flat().flatMap(({ alias }) => (alias === undefined ? [] : [`aws.${alias}`]));
}

/** The stack's JSON without its provider blocks, each line where it was; undefined where that cannot be had. */
function withoutProviders({ folder, source }: ReadStack): string | undefined {
  if (Object.keys(source.provider ?? {}).join() !== "aws") return undefined;
  const aliases = aliasesOf(source);
  const text = readFileSync(join(folder, "cdk.tf.json"), "utf8")
    .replace(/^ {2}"provider": \{\n[\s\S]*?^ {2}\},?\n/m, (block) => "\n".repeat(block.split("\n").length - 1))
    .replace(/("required_providers": \{\s*"aws": \{)/, (opening) =>
      aliases.length === 0 ? opening : `${opening} "configuration_aliases": ${JSON.stringify(aliases)},`,
    );
  return isWhole(text, aliases) ? text : undefined;
}

function isWhole(text: string, aliases: readonly string[]): boolean {
  try {
    const { provider, terraform } = JSON.parse(text) as {
      readonly provider?: unknown;
      readonly terraform?: { readonly required_providers?: { readonly aws?: { readonly configuration_aliases?: readonly string[] } } };
    };
    const known = terraform?.required_providers?.aws?.configuration_aliases ?? [];
    return provider === undefined && known.length === aliases.length;
  } catch {
    return false;
  }
}
