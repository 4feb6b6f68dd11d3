import { Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { placeOf } from "../../environments/place.js";

/** A value, and where it belongs in a YAML file. */
export interface Writing {
  readonly path: readonly string[];
  readonly value: unknown;
  /** the value is one of a list that the path leads to */
  readonly listed?: boolean;
}

/** The document, or a place in it, is another one's, too: what is written there is written for both. */
export class BorrowedError extends Error {
  override readonly name = "BorrowedError";
}

/**
 * YAML with a value more: a line is added where it belongs, or that of the value changed. All other lines stay as they were written,
 * with their comments, quotes and line endings, which `yaml`'s own text would not.
 *
 * @throws {BorrowedError} where the path meets an alias or a merge key
 */
export function write(source: string, { path, value, listed = false }: Writing): string {
  const document = parseYaml(source);
  if (placeOf(document, path).borrowed) throw new BorrowedError(`${path.join(".")} is met through an alias`);
  const steps = stepsAlong(document, path);
  const flow = steps.findIndex(({ map }) => map.flow === true);
  const text = new Text(source);
  if (flow >= 0 || steps.length === 0) {
    if (listed && isSeq(document.getIn(path))) document.addIn(path, value);
    else document.setIn(path, document.createNode(listed ? [value] : value));
    for (const { map } of steps.slice(Math.max(flow, 0))) map.flow = false;
    return text.rewritten(steps[flow - 1]?.pair, flow > 0 ? (steps[flow - 1]?.pair?.value ?? null) : document.contents);
  }
  const last = steps.at(-1);
  if (last?.pair === undefined) return text.withPair(last?.map, nested(path.slice(steps.length - 1), listed ? [value] : value));
  const old = last.pair.value;
  if (listed && isSeq(old)) return text.withItem(old, value);
  return text.replaced(last.pair, document.createNode(value));
}

const asRead = { merge: true, version: "1.2" } as const;

export function parseYaml(source: string): Document {
  return parseDocument(source, asRead);
}

interface Step {
  readonly map: YAMLMap;
  /** absent where the map has no such key */
  readonly pair: Pair<unknown, Node> | undefined;
}

/** The maps that a path goes through, until one lacks the key. */
function stepsAlong(document: Document, path: readonly string[]): Step[] {
  const steps: Step[] = [];
  let node: unknown = document.contents;
  for (const name of path) {
    if (!isMap(node)) break;
    const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === name) as Step["pair"];
    steps.push({ map: node, pair });
    if (pair === undefined) break;
    node = pair.value;
  }
  return steps;
}

function nested([name = "", ...path]: readonly string[], value: unknown): object {
  return { [name]: path.length === 0 ? value : nested(path, value) };
}

/** A file's text, and edits of it by the places that its nodes were read from. */
class Text {
  private readonly lineEnding: string;
  /** how far a block is beneath its key: as far as the file's first one */
  private readonly step: number;

  constructor(private readonly source: string) {
    this.lineEnding = /\r?\n/.exec(source)?.[0] ?? "\n";
    this.step = /^( {2,8})\S/m.exec(source)?.[1]?.length ?? 2;
  }

  /** With lines more behind the last one of a block's map. */
  withPair(map: YAMLMap | undefined, added: object): string {
    const first = map?.items[0]?.key as Node | undefined;
    return this.withLines(this.endOf(map), this.lines(new Document(added), this.columnOf(first)));
  }

  /** With an item more in a list: on its line, or on one of its own. */
  withItem(list: YAMLSeq, item: unknown): string {
    if (list.flow !== true) return this.withLines(this.endOf(list), this.lines(new Document([item]), this.columnOf(list)));
    const last = list.items.at(-1) as Node | undefined;
    const place = last === undefined ? rangeOf(list)[0] + 1 : rangeOf(last)[1];
    return this.source.slice(0, place) + (last === undefined ? "" : ", ") + rendered(item) + this.source.slice(place);
  }

  /** With another value: on the line of its key, or as a block beneath it. */
  replaced(pair: Pair<unknown, Node>, value: Node): string {
    if (isMap(value)) return this.rewritten(pair, value);
    const [start, end] = rangeOf(pair.value);
    return this.source.slice(0, start) + rendered(value) + this.source.slice(end);
  }

  /** With a value written anew as a block, beneath its key and the comment beside it. */
  rewritten(pair: Pair<unknown, Node> | undefined, value: Node | null): string {
    if (value === null) return this.source;
    const inner = clone(value);
    const key = pair?.key as Node | undefined;
    if (pair === undefined) return `${rendered(inner)}\n`.replaceAll("\n", this.lineEnding);
    const [start, end] = rangeOf(pair.value);
    const column = this.columnOf(key);
    const before = this.source.slice(0, start).trimEnd();
    const behind = this.source.slice(end);
    const shortened = new Text(before + behind);
    return shortened.withLines(before.length, this.lines(new Document(inner, asRead), column + this.step));
  }

  /** Lines behind the one that a place is on. */
  private withLines(place: number, lines: readonly string[]): string {
    const next = this.source.indexOf("\n", place);
    if (next < 0) return [this.source, ...lines].join(this.lineEnding);
    return this.source.slice(0, next + 1) + lines.map((line) => line + this.lineEnding).join("") + this.source.slice(next + 1);
  }

  private lines(document: Document, column: number): string[] {
    const text = document.toString({ ...asWritten, indent: this.step }).trimEnd();
    return text.split("\n").map((line) => (line === "" ? "" : " ".repeat(column) + line));
  }

  /** Where a node's last line of content ends; comments behind it are not its own. */
  private endOf(node: unknown): number {
    if (isMap(node) && node.flow !== true) {
      const last = node.items.at(-1);
      const [start, end] = rangeOf(last?.value as Node | undefined);
      return end > start ? this.endOf(last?.value) : rangeOf(last?.key as Node | undefined)[1];
    }
    if (isSeq(node) && node.flow !== true) return this.endOf(node.items.at(-1));
    const [start, end] = rangeOf(node as Node | undefined);
    return start + this.source.slice(start, end).trimEnd().length;
  }

  private columnOf(node: Node | undefined): number {
    const [start] = rangeOf(node);
    return start - (this.source.lastIndexOf("\n", start - 1) + 1);
  }
}

function rangeOf(node: Node | null | undefined): readonly [start: number, end: number] {
  const [start = 0, end = 0] = node?.range ?? [];
  return [start, end];
}

// no line is broken, and an alias' anchor may stand elsewhere
const asWritten = { lineWidth: 0, verifyAliasOrder: false } as const;

function rendered(value: unknown): string {
  return new Document(value).toString(asWritten).trimEnd();
}

/** What stays in the text beside the value is not written again: its comment and its anchor. */
function clone(node: Node): Node {
  const copy = node.clone() as Node & { anchor?: string };
  copy.comment = null;
  copy.commentBefore = null;
  delete copy.anchor;
  return copy;
}
