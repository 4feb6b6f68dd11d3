import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { check } from "./check.js";
import { pythonPackages } from "./python-packages.js";
import type { Result, Step } from "./step.js";

/** The emulator's Python half: its linter and its own tests. */
export function pythonSteps(root: string): Step[] {
  const folder = join(root, "packages", "emulator", "python");
  return [
    {
      name: "ruff",
      async run(live) {
        const tools = await preparePythonTools(root);
        const arguments_ = ["-m", "ruff", "check", "--no-cache", "."];
        return check({ name: "ruff", command: tools.python, arguments: arguments_, folder, environment: tools.environment }).run(live);
      },
    },
    { name: "pytest", run: () => pytest(root, folder) },
  ];
}

async function pytest(root: string, folder: string): Promise<Result> {
  const tools = await preparePythonTools(root);
  const report = join(root, ".groundplan", "test-run", "pytest.xml");
  mkdirSync(join(report, ".."), { recursive: true });
  rmSync(report, { force: true });
  const { all, exitCode } = await execa(tools.python, ["-m", "pytest", "-q", "-p", "no:cacheprovider", `--junitxml=${report}`], {
    cwd: folder,
    env: tools.environment,
    reject: false,
    all: true,
    stdin: "ignore",
  });
  return { ...readPytestReport(existsSync(report) ? readFileSync(report, "utf8") : "", exitCode ?? 1), output: all };
}

/** Counts the tests in pytest's JUnit report. */
export function readPytestReport(xml: string, exitCode: number): Omit<Result, "output"> {
  const [suite = ""] = /<testsuite\b[^>]*>/.exec(xml) ?? [];
  const count = (attribute: string) => Number(new RegExp(`\\b${attribute}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = count("failures") + count("errors");
  const skipped = count("skipped");
  const skippedCases = xml.matchAll(/<testcase\b[^>]*\bname="([^"]*)"[^>]*><skipped\b/g);
  return {
    passed: count("tests") - failed - skipped,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped,
    skippedNames: [...skippedCases].map(([, name]) => `pytest ${name}`),
  };
}

interface PythonTools {
  readonly python: string;
  readonly environment: Readonly<Record<string, string>>;
}

let preparing: Promise<PythonTools> | undefined;

/** Makes the emulator's Python environment, and beside it a folder with what only its tests need; both pinned by hash. */
export function preparePythonTools(root: string): Promise<PythonTools> {
  preparing ??= prepare(root);
  return preparing;
}

async function prepare(root: string): Promise<PythonTools> {
  const source = join(root, "packages", "emulator", "python");
  const { python, folder } = await pythonPackages(root, join(source, "requirements-dev.txt"));
  return { python, environment: { PYTHONPATH: `${folder}:${source}`, PYTHONDONTWRITEBYTECODE: "1" } };
}
