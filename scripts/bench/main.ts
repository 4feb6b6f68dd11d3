import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { synthesize } from "../synth.js";
import { type Figure, figureText } from "./figure.js";
import { growthFigure } from "./growth.js";
import { publishAgainstSync } from "./publish.js";
import { synthAgainstFloor, synthAgainstValidate } from "./synth.js";
import { mergedAgainstOneByOne } from "./validate.js";

const { json } = new Command("npm run bench --")
  .description("ratios, each of two things measured in this run; a ratio over its mark is said, and the exit code stays 0")
  .option("--json", "print JSON: [{ name, value, mark }]")
  .parse()
  .opts<{ json?: true }>();

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "groundplan-bench-"));
try {
  const stacks = synthesize({ root, outdir: join(folder, "cdktf.out") });
  const measures: readonly (() => Promise<Figure | Figure[]>)[] = [
    () => synthAgainstFloor(stacks, folder),
    () => synthAgainstValidate(stacks, folder),
    () => mergedAgainstOneByOne(stacks, folder),
    () => growthFigure(folder),
    () => publishAgainstSync(folder),
  ];
  const figures: Figure[] = [];
  for (const measure of measures) {
    for (const measured of [await measure()].flat()) {
      figures.push(measured);
      if (!json) process.stdout.write(`${figureText(measured)}\n`);
    }
  }
  if (json) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
