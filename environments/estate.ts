import type { Baseline } from "./baseline/baseline.js";
import type { EnvironmentConfig } from "./environment-schema.js";
import type { AccountConfig, EstateConfig } from "./estate-schema.js";

/** An AWS account of the estate. */
export interface Account extends Omit<AccountConfig, "baseline" | "acknowledge"> {
  /** What it has from its first day, by stacks of its own; undefined where that is someone else's. */
  readonly baseline?: Baseline;
}

/** All that the configuration says, checked together. */
export interface Estate extends Omit<EstateConfig, "accounts"> {
  readonly accounts: Readonly<Record<string, Account>>;
  /** By name: the file's, without `.yaml`. */
  readonly environments: Readonly<Record<string, Environment>>;
}

/** An environment, and its sections with every default filled in. */
export interface Environment extends Omit<EnvironmentConfig, "account" | "acknowledge"> {
  readonly name: string;
  /** Its file, from the project's root. */
  readonly file: string;
  readonly account: Account;
  /** Production rules that it breaks, each with its reason. */
  readonly acknowledged: readonly { readonly rule: string; readonly why: string }[];
  /** What a person should know, and need not change. */
  readonly notices: readonly string[];
}

/** Where an environment keeps a layer's state: a field of its own, so that an environment can be renamed. */
export function stateKeyOf({ name, stateKeys }: Pick<Environment, "name" | "stateKeys">, layer: string): string {
  return stateKeys[layer] ?? `${name}/${layer}.tfstate`;
}
