import type { Progress } from "../progress.js";

const started = performance.now();

/** A line of the demo, with the seconds since its start before it. */
export function tell(line: string): void {
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${String(seconds).padStart(4)} s  ${line}\n`);
}

/** Several runs tell of their stacks at once, which one live list could not: a line a step. */
export const openDemoProgress = (): Progress => ({
  begin: (stack, doing) => tell(`${stack}: ${doing} ...`),
  note: () => undefined,
  step: (stack, text) => tell(`${stack}: ${text}`),
  end: (stack, outcome, text) => tell(`${stack}: ${outcome === "failed" ? "failed: " : ""}${text}`),
  close: async () => undefined,
});
