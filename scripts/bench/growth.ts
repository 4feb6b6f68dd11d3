import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import type { Estate } from "../../environments/load.js";
import { loadEstate } from "../../environments/load.js";
import { layers } from "../../stacks/catalogue.js";
import { buildEstate, synthesizeEstate } from "../../stacks/estate.js";
import { alone } from "./alone.js";
import { type Figure, figure } from "./figure.js";
import { cpuSeconds, medianSeconds } from "./measure.js";
import { type PlainStack, readPlainStack, synthesizePlain } from "./plain.js";

/** The environment that is made many times. */
const pattern = "dev";
const many = 100;

/** What a stack more costs, from 1 stack to 100, against cdktf's own classes making the same resources. */
export async function growthFigure(folder: string): Promise<Figure> {
  const estate = loadEstate("environments");
  const one = withEnvironments(estate, 0);
  const hundred = withEnvironments(estate, many);
  const plain = plainStacks(hundred, folder);
  const ours = async (grown: Estate) => synthesizeEstate(grown, join(folder, "ours"));
  const seconds = await medianSeconds(
    {
      ours1: () => ours(one),
      plain1: async () => synthesizePlain(plain.slice(0, 1), join(folder, "plain")),
      ours100: () => ours(hundred),
      plain100: async () => synthesizePlain(plain, join(folder, "plain")),
    },
    5,
    cpuSeconds,
  );
  return figure(
    `milliseconds a stack from 1 to ${plain.length} stacks / plain cdktf's for the same resources`,
    (seconds.ours100 - seconds.ours1) / (seconds.plain100 - seconds.plain1),
    1.1,
  );
}

/** The account's state, and so many environments' stacks beside it. */
function withEnvironments(estate: Estate, stacks: number): Estate {
  const environment = alone(estate, pattern);
  const { account } = environment;
  const perEnvironment = Object.values(layers).reduce((sum, { entries }) => sum + entries(environment).length, 0);
  const names = Array.from({ length: Math.ceil((stacks - 1) / perEnvironment) }, (_, index) => `${pattern}${index}`);
  return {
    ...estate,
    accounts: { [account.name]: account },
    environments: Object.fromEntries(names.map((name) => [name, { ...environment, name }])),
  };
}

function plainStacks(estate: Estate, folder: string): PlainStack[] {
  const app = new App({ outdir: join(folder, "read"), stackTraces: false });
  buildEstate(app, estate);
  app.synth();
  return app.node.children.filter(TerraformStack.isStack).map(readPlainStack);
}
