/** Where a walk through a pattern may stand: how many of its characters lie behind. */
type Position = number;

/** A pattern, and where the walk through it stands. */
interface Walk {
  readonly pattern: string;
  readonly at: readonly Position[];
}

/** Stands for every character that no pattern names. */
const anyOther = "\0";

/**
 * Whether each text that a pattern takes is taken by one of the others: `*` is any text, `?` any character.
 *
 * All are walked through at once, letter by letter; only letters that some pattern names can tell them apart.
 */
export function covers(patterns: readonly string[], pattern: string): boolean {
  if (patterns.includes(pattern)) return true;
  const letters = [...new Set([...patterns, pattern].join("").replace(/[*?]/g, "")), anyOther];
  const seen = new Set<string>();
  const open = [{ inner: begin(pattern), outer: patterns.map(begin) }];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { inner, outer } = here;
    // from wherever the pattern stands, some text leads to its end: where no other goes on, that text is missed
    if (outer.every(({ at }) => at.length === 0)) return false;
    if (isEnd(inner) && !outer.some(isEnd)) return false;
    for (const letter of letters) {
      const next = { inner: step(inner, letter), outer: outer.map((walk) => step(walk, letter)) };
      const key = [next.inner, ...next.outer].map(({ at }) => at.join()).join(";");
      if (next.inner.at.length > 0 && !seen.has(key)) open.push(next);
      seen.add(key);
    }
  }
  return true;
}

function begin(pattern: string): Walk {
  return { pattern, at: rest(pattern, [0]) };
}

function isEnd({ pattern, at }: Walk): boolean {
  return at.includes(pattern.length);
}

/** Where a walk stands after one more letter. */
function step({ pattern, at }: Walk, letter: string): Walk {
  const next = at.flatMap((position) => {
    const wanted = pattern[position];
    if (wanted === "*") return [position];
    return wanted === "?" || wanted === letter ? [position + 1] : [];
  });
  return { pattern, at: rest(pattern, next) };
}

/** A `*` may also be nothing: whoever stands before one stands behind it too. */
function rest(pattern: string, at: readonly Position[]): Position[] {
  const reached = new Set(at);
  for (const position of reached) if (pattern[position] === "*") reached.add(position + 1);
  return [...reached].sort((one, other) => one - other);
}
