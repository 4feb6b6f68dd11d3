import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

let folder: string;

beforeAll(() => {
  // an entry lies in the project
  mkdirSync(".groundplan", { recursive: true });
  folder = mkdtempSync(join(process.cwd(), ".groundplan", "run-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, source: string) {
  const file = join(folder, name);
  writeFileSync(file, source);
  const past = new Date(Date.now() - 60_000 + ++writes * 1000);
  utimesSync(file, past, past);
  return file;
}
let writes = 0;

const run = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, ["scripts/run.mjs", relative(process.cwd(), file), ...args], { encoding: "utf8" }).stdout.trim();

it("an entry runs from source, with its arguments, and knows where it stands", { timeout: 60_000 }, () => {
  const entry = write("place.ts", "const it: string[] = process.argv.slice(2); console.log(it.join(), import.meta.url);");
  expect(run(entry, "a", "b")).toBe(`a,b file://${entry}`);
});

it("what was changed is never run as it was before", { timeout: 60_000 }, () => {
  const entry = write("entry.ts", 'import { word } from "./word.js"; console.log(word);');
  write("word.ts", 'export const word: string = "one";');
  expect(run(entry)).toBe("one");
  expect(run(entry)).toBe("one");
  write("word.ts", 'export const word: string = "two";');
  expect(run(entry)).toBe("two");
});

it("what V8 compiled is kept for the next run, and made anew where it is damaged", { timeout: 60_000 }, () => {
  const entry = write("sum.ts", "const add = (a: number, b: number) => a + b; console.log(add(1, 2));");
  expect(run(entry)).toBe("3");
  const cache = join("node_modules", ".cache", "groundplan");
  const start = relative(process.cwd(), entry).replace(/\W+/g, "-");
  const [compiled = ""] = readdirSync(cache).filter((name) => name.startsWith(start) && name.endsWith(".compiled"));
  const whole = readFileSync(join(cache, compiled));
  for (const damaged of [whole.subarray(0, 3), whole.subarray(0, -100), Buffer.concat([whole.subarray(0, -200), Buffer.alloc(200)])]) {
    writeFileSync(join(cache, compiled), damaged);
    expect(run(entry)).toBe("3");
    expect(readFileSync(join(cache, compiled)).equals(damaged)).toBe(false);
  }
});
