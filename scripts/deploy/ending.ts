import { type Failure, failureLines } from "./stopped-tasks.js";

/** What became of a deployment while it was followed. */
export type Ending =
  | { readonly status: "deployed"; readonly tasks: number }
  | { readonly status: "failed"; readonly why: string; readonly failures: readonly Failure[]; readonly events: readonly string[] }
  /** it goes on in AWS, and nobody here knows how it ends */
  | { readonly status: "unfinished"; readonly why: string };

/** Why it is no success, for a person; undefined where it is one. */
export function endingText(ending: Ending): string | undefined {
  if (ending.status === "deployed") return undefined;
  if (ending.status === "unfinished") return ending.why;
  const { why, failures, events } = ending;
  // of tasks that have stopped, their own reasons say more
  const told = failures.length > 0 ? failureLines(failures) : events.map((event) => `  ${event}`);
  return [why, ...told].join("\n");
}
