import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Problem } from "@groundplan/core/schema";
import { type Document, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { placeOf } from "./place.js";
import type { DataProblem, LocatedProblem } from "./problem.js";
import { shownValue, withYamlAdvice } from "./scalar-advice.js";
import { contentProblems, type RawProblem, syntaxProblems } from "./yaml-problems.js";

/** Values that an alias may expand to; more is an attack, or a mistake. */
const mostAliases = 1000;

/** A YAML file of the estate: its data, and the way back from a path to its lines. */
export class ConfigFile {
  /** `environments/prod.yaml`. */
  readonly file: string;
  /** The parsed data; `undefined` where the file can't be read as YAML. */
  readonly data: unknown;
  /** What is wrong with it as YAML. */
  readonly problems: readonly LocatedProblem[];
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(folder: string, name: string) {
    this.file = `${basename(folder)}/${name}`;
    this.document = parseDocument(readFileSync(join(folder, name), "utf8"), {
      lineCounter: this.lines,
      merge: true,
      // told with their path by our own check
      uniqueKeys: false,
      version: "1.2",
      prettyErrors: false,
    });
    const problems = [...syntaxProblems(this.document), ...contentProblems(this.document)];
    const read = problems.some(({ fatal }) => fatal) ? { problems: [] } : this.read();
    this.data = read.data;
    this.problems = [...problems, ...read.problems].map((problem) => this.at(problem));
  }

  /** A problem of the data, with its place: the value, the parent of one that is missing, the key of one that is unknown. */
  locate({ at, ...problem }: DataProblem): LocatedProblem {
    const { key, node } = placeOf(this.document, problem.path);
    const isOfKey = at === "key" || (node !== undefined && isAboutKey(problem, node));
    const isEmpty = isScalar(node) && node.value === null;
    const target = isOfKey || isEmpty ? (key ?? node) : (node ?? key);
    const advised = isOfKey ? problem : withYamlAdvice(problem, node);
    const source = isOfKey ? undefined : shownValue(problem, node);
    const { line, col } = this.lines.linePos(target?.range?.[0] ?? 0);
    return { ...advised, file: this.file, line, column: col, ...(source === undefined ? {} : { source }) };
  }

  /** Whether a path meets its value through an alias, so that another path is its own. */
  isBorrowed(path: Problem["path"]): boolean {
    return placeOf(this.document, path).borrowed;
  }

  private read(): { data?: unknown; problems: RawProblem[] } {
    try {
      return { data: this.document.toJS({ maxAliasCount: mostAliases }), problems: [] };
    } catch (error) {
      // the one thing that is left to go wrong
      if (!(error instanceof ReferenceError)) throw error;
      const offset = this.document.contents?.range?.[0] ?? 0;
      const wrong = `expands to more than ${mostAliases} values by its aliases`;
      return { problems: [{ offset, path: [], wrong, fix: "write them out", fatal: true }] };
    }
  }

  private at({ offset, path, wrong, fix }: RawProblem): LocatedProblem {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line, column: col, path, value: undefined, wrong, fix };
  }
}

/** An unknown key, or one that is no name of an entry. */
function isAboutKey({ path, value, wrong }: Problem, node: Node): boolean {
  if (wrong === "is no known property") return true;
  return value === String(path.at(-1)) && !(isScalar(node) && node.value === value);
}
