import pc from "picocolors";
import { type Step, sum, type TimedResult } from "./step.js";

type Write = (text: string) => void;
const toStdout: Write = (text) => process.stdout.write(text);

/** Runs the waves one after another, all of them whatever fails, and tells of each step as it ends. */
export async function runWaves(waves: readonly (readonly Step[])[], write: Write = toStdout): Promise<TimedResult[]> {
  const results: TimedResult[] = [];
  for (const wave of waves) {
    results.push(...(await Promise.all(wave.map((step) => runStep(step, wave.length === 1, write)))));
  }
  return results;
}

async function runStep(step: Step, live: boolean, write: Write): Promise<TimedResult> {
  const started = performance.now();
  if (live) write(`${pc.bold(step.name)}\n`);
  const result = await step.run(live).catch((error: Error) => ({
    ...{ passed: 0, failed: 1, skipped: 0, skippedNames: [] },
    output: error.message,
  }));
  const timed = { ...result, name: step.name, seconds: (performance.now() - started) / 1000 };
  write(`${line(timed)}\n`);
  if (result.failed > 0 && result.output !== "") write(`${result.output.trimEnd()}\n\n`);
  return timed;
}

/** The table of all steps, what was skipped, and the counts, last. */
export function summary(results: readonly TimedResult[], seconds: number): string {
  const skipped = results.flatMap(({ skippedNames }) => skippedNames.map((name) => `skipped: ${name}`));
  const { passed, failed, skipped: skips } = sum(results);
  const counts = `${passed} passed, ${failed} failed, ${skips} skipped`;
  return ["", ...results.map(line), `${"all".padEnd(nameWidth)}${seconds.toFixed(1).padStart(7)} s`, ...skipped, counts].join("\n");
}

const nameWidth = 20;

function line({ name, passed, failed, skipped, seconds }: TimedResult): string {
  const counts = [
    ...(passed > 0 ? [pc.green(`${passed} passed`)] : []),
    ...(failed > 0 ? [pc.red(`${failed} failed`)] : []),
    ...(skipped > 0 ? [pc.yellow(`${skipped} skipped`)] : []),
  ];
  return `${name.padEnd(nameWidth)}${seconds.toFixed(1).padStart(7)} s  ${counts.join(", ")}`;
}
