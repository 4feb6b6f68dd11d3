import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { openContext, say } from "./context.js";
import { estatePicture } from "./graph/estate.js";
import { mermaid } from "./graph/mermaid.js";
import { svg } from "./graph/svg.js";
import { synthesize } from "./synth.js";

/** `groundplan graph`: accounts, environments, stacks, and an arrow for each contract that is read. */
export function graphCommand(program: Command): void {
  program
    .command("graph")
    .description("draw the estate: Mermaid to the standard output, or SVG to a file")
    .option("--svg <file>", "write an SVG file")
    .action(graph);
}

async function graph({ svg: file }: { svg?: string }): Promise<void> {
  const picture = estatePicture(synthesize(openContext()).map(({ facts }) => facts));
  if (file === undefined) {
    process.stdout.write(mermaid(picture));
    return;
  }
  writeFileSync(file, await svg(picture));
  say(`wrote ${file}`);
}
