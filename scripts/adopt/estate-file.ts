import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { InputError } from "../failure.js";
import { BorrowedError, parseYaml, type Writing, write } from "./yaml-text.js";

/** `environments/estate.yaml`, as far as what stands in an account is written into it. */
export class EstateFile {
  readonly name = "environments/estate.yaml";
  private readonly file: string;
  private readonly source: string;

  constructor(root: string) {
    this.file = join(root, this.name);
    this.source = readFileSync(this.file, "utf8");
  }

  /** What the file says of an account's `existing`. */
  existing(account: string): Readonly<Record<string, unknown>> {
    return (this.at(this.source, account) ?? {}) as Readonly<Record<string, unknown>>;
  }

  /**
   * The file's text with more of an account's `existing`: paths begin there.
   *
   * @throws {InputError} where another account would have it, too
   */
  with(account: string, writings: readonly Writing[]): string {
    const text = writings.reduce((before, writing) => this.written(before, account, writing), this.source);
    if (!isDeepStrictEqual(this.allBut(text, account), this.allBut(this.source, account))) throw shared(account, writings);
    return text;
  }

  save(text: string): void {
    writeFileSync(this.file, text);
  }

  private written(text: string, account: string, writing: Writing): string {
    try {
      return write(text, { ...writing, path: [...placeOf(account), ...writing.path] });
    } catch (error) {
      throw error instanceof BorrowedError ? shared(account, [writing]) : error;
    }
  }

  private at(text: string, account: string): unknown {
    return placeOf(account).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], parseYaml(text).toJS());
  }

  private allBut(text: string, account: string): unknown {
    const document = parseYaml(text);
    const data = document.toJS() as { accounts: Record<string, { baseline: object }> };
    const own = data.accounts[account];
    const { existing: _, ...baseline } = (own?.baseline ?? {}) as Record<string, unknown>;
    return { ...data, accounts: { ...data.accounts, [account]: { ...own, baseline } } };
  }
}

const placeOf = (account: string) => ["accounts", account, "baseline", "existing"];

function shared(account: string, writings: readonly Writing[]): InputError {
  const what = writings.map(({ path }) => path.join(".")).join(", ");
  return new InputError(
    `accounts.${account}.baseline stands elsewhere in environments/estate.yaml, by an alias, and so would what is found (${what}); ` +
      "give each account its own, and adopt again",
  );
}
