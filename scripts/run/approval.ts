import { createInterface } from "node:readline/promises";
import { InputError } from "../failure.js";

/** @throws {InputError} where nobody can be asked, before anything is touched */
export function requireSomeoneToAsk(autoApprove: boolean): void {
  if (autoApprove || process.stdin.isTTY) return;
  throw new InputError("there is no terminal to ask on; plan first and apply the saved plans, or give --auto-approve");
}

/** @throws {InputError} where the answer is not yes */
export async function approve(question: string, autoApprove: boolean): Promise<void> {
  if (autoApprove) return;
  // no terminal mode, so that Ctrl-C stays a signal
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  try {
    const answer = await lines.question(`${question} Only "yes" does it: `);
    if (answer.trim() !== "yes") throw new InputError("not done, as you did not say yes");
  } finally {
    lines.close();
  }
}
