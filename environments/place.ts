import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";

/** Where a path leads in a document. */
export interface Place {
  /** The key that leads there, or the list's item; of a path that leads nowhere, those of the nearest parent. */
  readonly key?: Node;
  /** The value, behind its aliases; absent where the path leads nowhere. */
  readonly node?: Node;
  /** Whether an alias or a merge key was met on the way: the same place has another path. */
  readonly borrowed: boolean;
}

/** Follows a path as the parsed data has it: through aliases and merge keys, the last of two equal keys. `doc.getIn` follows neither. */
export function placeOf(document: Document, path: readonly (string | number)[]): Place {
  let place: Place = behindAlias(document, { node: document.contents as Node, borrowed: false });
  for (const step of path) {
    const next = stepInto(document, place, String(step));
    if (next === undefined) return { ...(place.key === undefined ? {} : { key: place.key }), borrowed: place.borrowed };
    place = next;
  }
  return place;
}

function stepInto(document: Document, { node, borrowed }: Place, step: string): Place | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item === undefined ? undefined : behindAlias(document, { key: item, node: item, borrowed });
  }
  if (!isMap(node)) return undefined;
  const own = lastPair(node, step);
  if (own !== undefined) return ofPair(document, own, borrowed);
  for (const source of mergeSources(document, node)) {
    const found = stepInto(document, { node: source, borrowed: true }, step);
    if (found !== undefined) return { ...found, borrowed: true };
  }
  return undefined;
}

function ofPair(document: Document, { key, value }: Pair, borrowed: boolean): Place {
  const place = { ...(isScalar(key) ? { key } : {}), borrowed };
  return isNode(value) ? behindAlias(document, { ...place, node: value }) : place;
}

function behindAlias(document: Document, place: Place): Place {
  if (!isAlias(place.node)) return place;
  const node = place.node.resolve(document);
  return { ...(place.key === undefined ? {} : { key: place.key }), ...(node === undefined ? {} : { node }), borrowed: true };
}

function lastPair(map: YAMLMap, step: string): Pair | undefined {
  return map.items.findLast(({ key }) => isScalar(key) && String(key.value) === step && !isMergeKey(key));
}

/** The maps that a `<<` names, the first of which wins. */
function mergeSources(document: Document, map: YAMLMap): Node[] {
  return map.items
    .filter(({ key }) => isMergeKey(key))
    .flatMap(({ value }) => {
      const node = behindAlias(document, { node: value as Node, borrowed: true }).node;
      return isSeq(node) ? (node.items as Node[]) : node === undefined ? [] : [node];
    })
    .flatMap((source) => behindAlias(document, { node: source, borrowed: true }).node ?? []);
}

/** With `merge: true`, a plain `<<` is no literal key. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && (key.value === "<<" || (typeof key.value === "symbol" && key.value.description === "<<")) && key.type === "PLAIN";
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}
