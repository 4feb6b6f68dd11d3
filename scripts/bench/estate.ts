import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { type Figure, told } from "./figure.js";
import { median } from "./measure.js";
import { type Watched, watched } from "./watched.js";

const rounds = 3;

/** `groundplan check` of all environments and accounts, as a process: what it takes of this machine. */
export async function checkOfEstate(stacks: readonly SynthesizedStack[]): Promise<Figure[]> {
  const check = () => watched(process.execPath, ["scripts/run.mjs", "scripts/main.ts", "check"]);
  // not counted: it makes the bundle, and Terraform's folders
  await check();
  const runs: Watched[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await check());
  const most = (of: (run: Watched) => number) => Math.max(...runs.map(of));
  const name = `groundplan check of ${stacks.length} stacks`;
  return [
    told(name, median(runs.map(({ seconds }) => seconds)), "s"),
    told(
      `${name}: memory of node, at most`,
      most(({ ownMegabytes }) => ownMegabytes),
      "MB",
    ),
    told(
      `${name}: memory of Terraform and its providers, at most`,
      most(({ childrenMegabytes }) => childrenMegabytes),
      "MB",
    ),
  ];
}
