/** How many tests, or how many checks where a tool counts none. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Result extends Counts {
  /** shown where something failed */
  readonly output: string;
  /** each by its name, and where a tool is missing, by the line that installs it */
  readonly skippedNames: readonly string[];
}

/** One part of a run, such as a linter or a tier of tests. */
export interface Step {
  readonly name: string;
  /** `live`: nothing else runs beside it, so that its own progress may be shown */
  run(live: boolean): Promise<Result>;
}

export interface TimedResult extends Result {
  readonly name: string;
  readonly seconds: number;
}

export function sum(results: readonly Counts[]): Counts {
  return results.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
