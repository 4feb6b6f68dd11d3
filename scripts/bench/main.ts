import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Argument, Command } from "commander";
import { synthesize } from "../synth.js";
import { checkOfEstate } from "./estate.js";
import { type Figure, figureText } from "./figure.js";
import { growthFigure } from "./growth.js";
import { publishAgainstSync } from "./publish.js";
import { synthAgainstFloor, synthAgainstValidate } from "./synth.js";
import { mergedAgainstOneByOne } from "./validate.js";

const names = ["floor", "synth", "validate", "estate", "growth", "publish"] as const;
type Name = (typeof names)[number];

const program = new Command("npm run bench --")
  .description(
    "ratios, each of two things measured in this run, and what a check of the estate takes; a ratio over its mark is said, and the exit code stays 0",
  )
  .addArgument(new Argument("[name...]", "some of them; all take twenty minutes").choices(names).default(names, "all"))
  .option("--json", "print JSON: [{ name, value, mark or unit }]")
  .parse();
const { json } = program.opts<{ json?: true }>();
const [chosen] = program.processedArgs as [readonly Name[]];

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "groundplan-bench-"));
measure().finally(() => rmSync(folder, { recursive: true, force: true }));

async function measure(): Promise<void> {
  const stacks = synthesize({ root, outdir: join(folder, "cdktf.out") });
  const measures: Readonly<Record<Name, () => Promise<Figure | Figure[]>>> = {
    floor: () => synthAgainstFloor(stacks, folder),
    synth: () => synthAgainstValidate(stacks, folder),
    validate: () => mergedAgainstOneByOne(stacks, folder),
    estate: () => checkOfEstate(stacks),
    growth: () => growthFigure(folder),
    publish: () => publishAgainstSync(folder),
  };
  const figures: Figure[] = [];
  for (const name of names.filter((one) => chosen.includes(one))) {
    for (const measured of [await measures[name]()].flat()) {
      figures.push(measured);
      if (!json) process.stdout.write(`${figureText(measured)}\n`);
    }
  }
  if (json) process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
}
