import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, visit } from "yaml";
import { isMergeKey } from "./place.js";

/** What is wrong with a file as YAML, by its offset. */
export interface RawProblem {
  readonly offset: number;
  readonly path: readonly string[];
  readonly wrong: string;
  readonly fix: string;
  /** Whether the data can't be trusted beyond it. */
  readonly fatal: boolean;
}

/** What the parser itself says. */
export function syntaxProblems(document: Document): RawProblem[] {
  const errors = document.errors.map(({ code, message, pos: [offset] }) =>
    code === "DUPLICATE_KEY"
      ? { offset, path: [], wrong: "this key stands here twice", fix: "keep one", fatal: false }
      : { offset, path: [], wrong: `is no YAML: ${lowerCase(message)}`, fix: "", fatal: true },
  );
  const warnings = document.warnings.map(({ message, pos: [offset] }) => ({
    offset,
    path: [],
    wrong: `is more than plain YAML: ${lowerCase(message)}`,
    fix: "take it out",
    fatal: false,
  }));
  const { explicit, version } = document.directives?.yaml ?? {};
  const directive = explicit === true && version !== "1.2";
  return [
    ...errors,
    ...warnings,
    ...(directive
      ? [{ offset: 0, path: [], wrong: `asks for YAML ${version}, where "on" is true`, fix: 'take the line "%YAML" out', fatal: true }]
      : []),
  ];
}

/** What the parser lets pass, and we don't. */
export function contentProblems(document: Document): RawProblem[] {
  const problems: RawProblem[] = [];
  const report = (node: { range?: readonly number[] | null | undefined }, wrong: string, fix: string, fatal = false): void => {
    problems.push({ offset: node.range?.[0] ?? 0, path: [], wrong, fix, fatal });
  };
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && node.value.includes("${"))
        report(node, `${JSON.stringify(node.value)} has "\${"`, "write the value out: files hold data, not expressions");
    },
    Alias: (_, alias, ancestors) => reportAlias(document, alias, ancestors, report),
    Pair: (_, pair) => reportPair(document, pair, report),
  });
  return problems;
}

type Report = (node: { range?: readonly number[] | null | undefined }, wrong: string, fix: string, fatal?: boolean) => void;

function reportAlias(document: Document, alias: Alias, ancestors: readonly (Document | Node | Pair)[], report: Report): void {
  const target = alias.resolve(document);
  if (target === undefined)
    report(alias, `"*${alias.source}" names no anchor above it`, `write "&${alias.source}" at what it stands for`, true);
  else if (ancestors.includes(target)) report(alias, `"*${alias.source}" stands within itself`, "write the value out", true);
}

function reportPair(document: Document, { key, value }: Pair, report: Report): void {
  if (!isScalar(key)) {
    report((key ?? {}) as Node, "is a key of several values", "give a name as key", true);
    return;
  }
  if (!isMergeKey(key)) return;
  const sources = isSeq(value) ? value.items : [value];
  const wrong = sources
    .map((source) => (isAlias(source) ? source.resolve(document) : source))
    .find((source) => source !== undefined && !isMap(source));
  if (wrong !== undefined) report(key, '"<<" merges what is no map', 'name a map, such as "<<: *defaults"', true);
}

function lowerCase(message: string): string {
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}
