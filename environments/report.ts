import type { ConfigFile } from "./config-file.js";
import type { DataProblem, LocatedProblem } from "./problem.js";

/** Problems of a file's data with their places. What stands behind an anchor is told once, with all who use it. */
export function located(file: ConfigFile, problems: readonly DataProblem[]): LocatedProblem[] {
  const ownPathsFirst = [...problems].sort((one, other) => Number(file.isBorrowed(one.path)) - Number(file.isBorrowed(other.path)));
  const byPlace = new Map<string, LocatedProblem>();
  for (const problem of ownPathsFirst.map((one) => file.locate(one))) {
    const place = JSON.stringify([problem.line, problem.column, problem.wrong, problem.fix, problem.path.at(-1)]);
    const first = byPlace.get(place);
    const users = first === undefined ? [] : [...(first.usedBy ?? []), problem.path.join(".")];
    byPlace.set(place, first === undefined ? problem : { ...first, usedBy: users });
  }
  return [...byPlace.values()];
}

/** By file, the estate's first; then as they stand in it. */
export function inOrder(problems: readonly LocatedProblem[]): LocatedProblem[] {
  const rank = ({ file }: LocatedProblem): string => (file.endsWith("/estate.yaml") ? "" : file);
  return [...problems].sort(
    (one, other) =>
      compare(rank(one), rank(other)) || one.line - other.line || one.column - other.column || compare(one.path.join(), other.path.join()),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
