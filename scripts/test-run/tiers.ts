import { join } from "node:path";
import { actionlint } from "./actionlint.js";
import { check } from "./check.js";
import { hadolint } from "./hadolint.js";
import { preparePythonTools, pythonSteps } from "./pytest.js";
import type { Step } from "./step.js";
import { vitestTier } from "./vitest.js";

export type Extent = "verify" | "test" | "full";

/** What runs, wave by wave; the steps of a wave run side by side. */
export function tiers(root: string, extent: Extent): Step[][] {
  const quick = [...lint(root), types(root), vitestTier({ name: "unit and synth", project: "quick", root })];
  if (extent === "verify") return [quick];
  // made while the quick tiers run; who needs it waits for it, and tells where it fails
  preparePythonTools(root).catch(() => undefined);
  const validate = vitestTier({ name: "validate", project: "validate", root });
  const emulator = vitestTier({ name: "emulator", project: "emulator", root, arguments: ["--maxWorkers=4"] });
  const full = vitestTier({ name: "emulator, full", project: "full", root, arguments: ["--maxWorkers=4"] });
  return [quick, [validate, ...pythonSteps(root), hadolint(root)], [emulator], ...(extent === "full" ? [[full]] : [])];
}

function lint(root: string): Step[] {
  return [
    check({ name: "biome", command: "biome", arguments: ["ci", "."], folder: root }),
    check({
      name: "dependency-cruiser",
      command: "depcruise",
      arguments: ["packages", "environments", "stacks", "scripts"],
      folder: root,
    }),
    check({ name: "knip", command: "knip", arguments: [], folder: root }),
    actionlint(root),
    // the example application is no part of the workspace: it is tested as its users would
    check({ name: "example app", command: process.execPath, arguments: ["--test"], folder: join(root, "examples", "app") }),
  ];
}

function types(root: string): Step {
  const cache = "node_modules/.cache/groundplan/types.tsbuildinfo";
  return check({ name: "types", command: "tsc", arguments: ["-p", ".", "--incremental", "--tsBuildInfoFile", cache], folder: root });
}
