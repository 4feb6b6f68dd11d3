import { execa } from "execa";

export interface Spoken {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command line, as a process of its own. */
export async function groundplan(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string | undefined> } = {},
): Promise<Spoken> {
  const { exitCode, stdout, stderr } = await execa(process.execPath, ["scripts/run.mjs", "scripts/main.ts", ...args], {
    ...options,
    reject: false,
    stdin: "ignore",
  });
  return { exitCode, stdout, stderr };
}
