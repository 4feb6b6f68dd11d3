import { stateNames } from "@groundplan/core";
import { App } from "cdktf";
import type { Environment, Estate } from "../environments/load.js";
import type { Account } from "../environments/schema.js";
import { accountStack, regionStack } from "./account.js";
import { layers } from "./catalogue.js";
import type { LayerName } from "./contracts.js";
import { quickly } from "./creation-stacks.js";
import { baselineFacts, environmentFacts, regionFacts, stateFacts } from "./estate-facts.js";
import { EstateStack } from "./estate-stack.js";
import { type Layer, layerId } from "./layer.js";
import { synthesizeInto } from "./outdir.js";
import { stateStack } from "./state.js";

/**
 * Synthesizes every stack of the estate into a folder.
 *
 * @throws {Error} before anything is written, where a stack cannot be made
 */
export function synthesizeEstate(estate: Estate, outdir: string): void {
  synthesizeInto(outdir, (folder) =>
    quickly(() => {
      const app = new App({ outdir: folder, stackTraces: false });
      buildEstate(app, estate);
      app.synth();
    }),
  );
}

/** Makes every stack of the estate in an app, and writes nothing. */
export function buildEstate(app: App, estate: Estate): void {
  for (const account of Object.values(estate.accounts)) accountStacks(app, estate, account);
  for (const environment of Object.values(estate.environments)) environmentStacks(app, estate, environment);
}

function accountStacks(app: App, estate: Estate, account: Account): void {
  const names = stateNames({ project: estate.project, accountId: account.id, region: account.region });
  stateStack(new EstateStack(app, estate, stateFacts(estate, account)), names);
  const { baseline } = account;
  if (baseline === undefined) return;
  const setting = { estate, account, baseline };
  // the boundary is the baseline's own, which it refers to
  const unbounded = { ...estate, permissionsBoundary: undefined };
  accountStack(new EstateStack(app, unbounded, baselineFacts(estate, account)), setting);
  for (const region of Object.keys(baseline.regions))
    regionStack(new EstateStack(app, estate, regionFacts(estate, account, region)), setting);
}

function environmentStacks(app: App, estate: Estate, environment: Environment): void {
  const built = new Map<string, EstateStack>();
  for (const [name, layer] of Object.entries(layers) as [LayerName, Layer][]) {
    for (const entry of layer.entries(environment)) {
      const stack = new EstateStack<never>(app, estate, environmentFacts(estate, environment, { layer: name, entry }));
      layer.build(stack, { estate, environment, entry, built });
      built.set(layerId(name, entry), stack);
    }
  }
}
