import type { Problem } from "@groundplan/core/schema";

/** A problem of a file's data. */
export interface DataProblem extends Problem {
  /** Told at the key, where the value itself is right or there is none. */
  readonly at?: "key";
}

/** A production rule that a file breaks. */
export interface BrokenRule {
  readonly id: string;
  readonly path: Problem["path"];
  readonly message: string;
  readonly value: unknown;
}

/** A problem, and the place in a file that a person has to change. */
export interface LocatedProblem extends Problem {
  /** From the project's root: `environments/prod.yaml`. */
  readonly file: string;
  /** Counted from 1, as the column is. */
  readonly line: number;
  readonly column: number;
  /** The value as it stands in the file, where it is short. */
  readonly source?: string;
  /** Paths that meet the same place through an alias. */
  readonly usedBy?: readonly string[];
}

/** Configuration that nothing can be built from. Its message is the whole report: every problem of every file, then one count. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly problems: readonly LocatedProblem[]) {
    super([...problems.map(lineOf), "", count(problems)].join("\n"));
  }
}

function lineOf({ file, line, column, path, source, wrong, fix, usedBy }: LocatedProblem): string {
  const what = [path.join("."), [source, wrong].filter((part) => part !== undefined && part !== "").join(" ")].filter(
    (part) => part !== "",
  );
  const users = usedBy === undefined ? "" : ` (used by ${usedBy.join(", ")})`;
  return `${file}:${line}:${column}  ${what.join("  ")}${fix === "" ? "" : `; ${fix}`}${users}`;
}

function count(problems: readonly LocatedProblem[]): string {
  const files = new Set(problems.map(({ file }) => file)).size;
  return `${problems.length} problem${problems.length === 1 ? "" : "s"} in ${files} file${files === 1 ? "" : "s"}; nothing was made`;
}
