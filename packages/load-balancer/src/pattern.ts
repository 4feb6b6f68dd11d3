/** Where a walk through a pattern may stand: how many of its characters lie behind. */
type Position = number;

/** Stands for every character that no pattern names. */
const anyOther = "\0";

/**
 * Whether each text that a pattern takes is taken by one of the others: `*` is any text, `?` any character.
 *
 * All are walked through at once, letter by letter; only letters that some pattern names can tell them apart.
 */
export function covers(patterns: readonly string[], pattern: string): boolean {
  const letters = [...new Set([...patterns, pattern].join("").replace(/[*?]/g, "")), anyOther];
  const start = [pattern, ...patterns].map((one) => rest(one, [0]));
  const seen = new Set<string>();
  const open = [start];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const [inner = [], ...outer] = here;
    if (inner.length === 0) continue;
    if (inner.includes(pattern.length) && !outer.some((positions, index) => positions.includes(patterns[index]?.length ?? 0))) return false;
    for (const letter of letters) {
      const next = here.map((positions, index) => step(index === 0 ? pattern : (patterns[index - 1] ?? ""), positions, letter));
      const key = JSON.stringify(next);
      if (!seen.has(key)) open.push(next);
      seen.add(key);
    }
  }
  return true;
}

/** Where a walk stands after one more letter. */
function step(pattern: string, positions: readonly Position[], letter: string): Position[] {
  const next = positions.flatMap((position) => {
    const wanted = pattern[position];
    if (wanted === "*") return [position];
    return wanted === "?" || wanted === letter ? [position + 1] : [];
  });
  return rest(pattern, next);
}

/** A `*` may also be nothing: whoever stands before one stands behind it too. */
function rest(pattern: string, positions: readonly Position[]): Position[] {
  const reached = new Set(positions);
  for (const position of reached) if (pattern[position] === "*") reached.add(position + 1);
  return [...reached].sort((one, other) => one - other);
}
