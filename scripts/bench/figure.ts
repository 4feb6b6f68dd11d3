/** A ratio that is to hold, taken in one run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** the most that it may be */
  readonly mark: number;
}

export function figure(name: string, value: number, mark: number): Figure {
  return { name, value: Math.round(value * 1000) / 1000, mark };
}

export function figureText({ name, value, mark }: Figure): string {
  const verdict = value <= mark ? "holds" : "SHORT OF ITS MARK";
  return `${value.toFixed(2).padStart(7)}  at most ${mark.toFixed(1)}  ${verdict.padEnd(5)}  ${name}`;
}
