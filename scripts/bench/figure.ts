/** What is measured in one run. */
export type Figure = Ratio | Told;

/** Of two things, one beside the other: it is to hold on every machine. */
interface Ratio {
  readonly name: string;
  readonly value: number;
  /** the most that it may be */
  readonly mark: number;
}

/** Of one thing: another machine has another. */
interface Told {
  readonly name: string;
  readonly value: number;
  readonly unit: "s" | "MB";
}

export function figure(name: string, value: number, mark: number): Figure {
  return { name, value: rounded(value), mark };
}

export function told(name: string, value: number, unit: Told["unit"]): Figure {
  return { name, value: rounded(value), unit };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

export function figureText(one: Figure): string {
  const { name } = one;
  if ("unit" in one) return `${one.value.toFixed(1).padStart(7)} ${one.unit.padEnd(2)}  ${name}`;
  const { value, mark } = one;
  const verdict = value <= mark ? "holds" : "SHORT OF ITS MARK";
  return `${value.toFixed(2).padStart(7)}  at most ${mark.toFixed(2)}  ${verdict.padEnd(5)}  ${name}`;
}
