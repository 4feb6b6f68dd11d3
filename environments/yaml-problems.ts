import { type Alias, type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, visit, type YAMLMap } from "yaml";
import { isMergeKey } from "./place.js";

/** What is wrong with a file as YAML, by its offset. */
export interface RawProblem {
  readonly offset: number;
  readonly path: readonly (string | number)[];
  readonly wrong: string;
  readonly fix: string;
  /** Whether the data can't be trusted beyond it. */
  readonly fatal: boolean;
}

/** What the parser itself says. */
export function syntaxProblems(document: Document): RawProblem[] {
  const { explicit, version } = document.directives?.yaml ?? {};
  const old = explicit === true && version !== "1.2";
  return [
    // those after the first are mostly its consequences
    ...document.errors.slice(0, 1).map(({ message, pos: [offset] }) => told(offset, "is no YAML", message, "", true)),
    ...document.warnings.map(({ message, pos: [offset] }) => told(offset, "is more than plain YAML", message, "take it out", false)),
    ...(old ? [told(0, "is no YAML 1.2", `"%YAML ${version}" makes "on" mean true`, "take the line out", true)] : []),
  ];
}

function told(offset: number, what: string, message: string, fix: string, fatal: boolean): RawProblem {
  return { offset, path: [], wrong: `${what}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, fix, fatal };
}

type Ancestors = readonly (Document | Node | Pair)[];

/** A fault of a node; where it stands is added. */
interface Fault {
  readonly node: unknown;
  readonly wrong: string;
  readonly fix: string;
  readonly fatal?: true;
  /** The property that it is about, where the node that was visited is a map. */
  readonly property?: string;
}

/** What the parser lets pass, and we don't. */
export function contentProblems(document: Document): RawProblem[] {
  const problems: RawProblem[] = [];
  const check =
    <N>(faultsOf: (node: N, ancestors: Ancestors) => readonly Fault[]) =>
    (_: unknown, node: N, ancestors: Ancestors): void => {
      for (const fault of faultsOf(node, ancestors)) problems.push(placed(fault, ancestors));
    };
  visit(document, {
    Scalar: check(expressionIn),
    Alias: check<Alias>((alias, ancestors) => wrongAlias(document, alias, ancestors)),
    Pair: check<Pair>((pair) => wrongKey(document, pair)),
    Map: check(repeatedKeys),
  });
  return problems;
}

function placed({ node, wrong, fix, fatal, property }: Fault, ancestors: Ancestors): RawProblem {
  const { range } = (node ?? {}) as { range?: readonly number[] | null };
  return {
    offset: range?.[0] ?? 0,
    path: [...pathOf([...ancestors, node as Node]), ...(property === undefined ? [] : [property])],
    wrong,
    fix,
    fatal: fatal ?? false,
  };
}

function expressionIn(node: { readonly value: unknown }): Fault[] {
  if (typeof node.value !== "string" || !node.value.includes("${")) return [];
  return [{ node, wrong: `${JSON.stringify(node.value)} has "\${"`, fix: "write the value out: files hold data, not expressions" }];
}

function wrongAlias(document: Document, alias: Alias, ancestors: Ancestors): Fault[] {
  const target = alias.resolve(document);
  const name = alias.source;
  if (target === undefined)
    return [{ node: alias, wrong: `"*${name}" names no anchor above it`, fix: `write "&${name}" there`, fatal: true }];
  if (!ancestors.includes(target)) return [];
  return [{ node: alias, wrong: `"*${name}" stands within what it names`, fix: "write the value out", fatal: true }];
}

function wrongKey(document: Document, { key, value }: Pair): Fault[] {
  if (!isScalar(key)) return [{ node: key, wrong: "a key is one name, and this is more", fix: "give a name", fatal: true }];
  if (!isMergeKey(key)) return [];
  const sources = isSeq(value) ? value.items : [value];
  const isMergeable = (source: unknown): boolean => isMap(isAlias(source) ? (source.resolve(document) ?? { items: [] }) : source);
  if (sources.every((source) => isMergeable(source) || (isAlias(source) && source.resolve(document) === undefined))) return [];
  return [{ node: key, wrong: '"<<" merges what is no map', fix: 'name a map, such as "<<: *defaults"', fatal: true }];
}

function repeatedKeys({ items }: YAMLMap): Fault[] {
  const keys = items.map(({ key }) => key).filter((key) => isScalar(key) && !isMergeKey(key)) as { readonly value: unknown }[];
  const names = keys.map(({ value }) => String(value));
  return keys
    .filter((_, index) => names.indexOf(names[index] ?? "") < index)
    .map((node) => ({ node, property: String(node.value), wrong: "stands here twice", fix: "keep one" }));
}

/** The path of the last of a chain of nodes. */
function pathOf(chain: Ancestors): (string | number)[] {
  return chain.flatMap((node, index): (string | number)[] => {
    const parent = chain[index - 1];
    if (isPair(node)) return isScalar(node.key) && !isMergeKey(node.key) ? [String(node.key.value)] : [];
    return isSeq(parent) ? [parent.items.indexOf(node)] : [];
  });
}
