import { describe, expect, it } from "vitest";
import { check, skipped } from "../test-run/check.js";
import { readPytestReport } from "../test-run/pytest.js";
import { runWaves, summary } from "../test-run/run.js";
import { readVitestReport } from "../test-run/vitest.js";

const file = (status: string, ...tests: string[]) => ({
  name: "it.test.ts",
  status,
  assertionResults: tests.map((test) => ({ fullName: `a ${test} test`, status: test })),
});

describe("what vitest reports", () => {
  it("is counted by test, and what was skipped is named", () => {
    const report = { testResults: [file("passed", "passed", "passed", "pending"), file("failed", "failed", "todo")] };
    expect(readVitestReport(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2, skippedNames: ["a pending test", "a todo test"] });
  });

  it("counts a file that could not be loaded as one that failed", () => {
    expect(readVitestReport({ testResults: [file("failed"), file("passed", "passed")] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it("fails where vitest failed outside all tests, or ended before its report", () => {
    expect(readVitestReport({ testResults: [file("passed", "passed")] }, 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(readVitestReport(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("what pytest reports", () => {
  const suite = (attributes: string) => `<testsuites><testsuite name="pytest" ${attributes}>`;

  it("is counted by test, and what was skipped is named", () => {
    const xml = `${suite('errors="1" failures="2" skipped="1" tests="9"')}<testcase classname="t" name="test_it" time="0.1"><skipped type="x"/></testcase>`;
    expect(readPytestReport(xml, 1)).toEqual({ passed: 5, failed: 3, skipped: 1, skippedNames: ["pytest test_it"] });
  });

  it("fails where pytest found no test, or wrote nothing", () => {
    expect(readPytestReport(suite('errors="0" failures="0" skipped="0" tests="0"'), 5)).toMatchObject({ passed: 0, failed: 1 });
    expect(readPytestReport("", 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("a run", () => {
  const node = (name: string, script: string) =>
    check({ name, command: process.execPath, arguments: ["-e", script], folder: process.cwd() });

  it("goes on where a step fails, and ends in the counts", async () => {
    const written: string[] = [];
    const results = await runWaves(
      [
        [node("good", ""), node("bad", "console.log('the reason'); process.exit(3)")],
        [skipped("absent", "apt install absent"), node("also good", "")],
      ],
      (text) => written.push(text),
    );
    expect(written.join("")).toContain("the reason");
    const lines = summary(results, 1).split("\n");
    expect(lines).toContain("skipped: absent is not installed: apt install absent");
    expect(lines.at(-1)).toBe("2 passed, 1 failed, 1 skipped");
  });

  it("counts a tool that is not there as a failure that names it", async () => {
    const tool = check({ name: "tool", command: "no-such-tool", arguments: [], folder: process.cwd() });
    expect(await tool.run(false)).toMatchObject({ passed: 0, failed: 1, output: expect.stringContaining("no-such-tool") });
  });
});
