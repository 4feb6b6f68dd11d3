import type { Estate } from "../../environments/load.js";
import type { Account } from "../../environments/schema.js";
import { InputError } from "../failure.js";
import { nearest } from "../target.js";

/** An account that has a baseline, which imports what stands. */
export interface Adoptable {
  readonly account: Account;
  readonly baseline: NonNullable<Account["baseline"]>;
}

/**
 * An account by its name, or as it is called beside environments: `account-<name>`.
 *
 * @throws {InputError} where there is none, or it has no baseline
 */
export function accountIn({ accounts, environments }: Pick<Estate, "accounts" | "environments">, name: string): Adoptable {
  const account = accounts[name] ?? accounts[name.replace(/^account-/, "")];
  if (account === undefined) {
    const environment = environments[name];
    if (environment !== undefined)
      throw new InputError(
        `"${name}" is an environment of account "${environment.account.name}"; adopt account-${environment.account.name}`,
      );
    throw new InputError(`there is no account "${name}"; ${nearest(name, Object.keys(accounts))}`);
  }
  const { baseline } = account;
  if (baseline !== undefined) return { account, baseline };
  throw new InputError(
    `account "${account.name}" has no baseline, which would import what stands; ` +
      `write "baseline: {}" under accounts.${account.name} of environments/estate.yaml, and adopt again`,
  );
}
