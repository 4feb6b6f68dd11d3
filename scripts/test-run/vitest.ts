import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import type { Result, Step } from "./step.js";

export interface VitestTier {
  readonly name: string;
  /** the project's name in vitest.config.ts */
  readonly project: string;
  readonly root: string;
  readonly arguments?: readonly string[];
}

export function vitestTier({ name, project, root, arguments: args = [] }: VitestTier): Step {
  return {
    name,
    async run(live): Promise<Result> {
      const report = join(root, ".groundplan", "test-run", `${project}.json`);
      mkdirSync(join(report, ".."), { recursive: true });
      rmSync(report, { force: true });
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      const { all = "", exitCode = 1 } = await execa("vitest", ["run", "--project", project, ...reporters, ...args], {
        cwd: root,
        preferLocal: true,
        localDir: root,
        reject: false,
        all: true,
        stdin: "ignore",
        stdout: live ? ["inherit", "pipe"] : "pipe",
        stderr: live ? ["inherit", "pipe"] : "pipe",
      });
      return { ...readVitestReport(readReport(report), exitCode), output: live ? "" : all };
    },
  };
}

/** What we read of vitest's JSON report. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Counts tests; a file that could not be loaded counts as one that failed, and so does a failure outside all tests.
 */
export function readVitestReport(report: VitestReport | undefined, exitCode: number): Omit<Result, "output"> {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const brokenFiles = files.filter((file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"));
  const failed = tests.filter(({ status }) => status === "failed").length + brokenFiles.length;
  const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
  return {
    passed: tests.filter(({ status }) => status === "passed").length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: skipped.length,
    skippedNames: skipped.map(({ fullName }) => fullName),
  };
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // vitest ended before it wrote one; its exit code counts
    return undefined;
  }
}
