import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError, type Estate, type LocatedProblem, loadEstate } from "../load.js";

/** An estate of one account of each kind. */
export const estate = `project: shop
rootDomain: shop.example.com
repository: github.com/example/shop
accounts:
  management: { id: "111111111111", kind: management, region: eu-west-1 }
  shared: { id: "222222222222", kind: shared, region: eu-west-1 }
  nonprod: { id: "333333333333", kind: workload, region: eu-west-1, regions: [eu-central-1] }
  prod: { id: "444444444444", kind: workload, region: eu-west-1 }
`;

/** An environment's first lines; in production four, for alarms have to go somewhere there. */
export const place = (account: string, production = false): string =>
  `account: ${account}\nregion: eu-west-1\nproduction: ${production}\n${production ? "alerts: { subscriptions: { email: [ops@example.com] } }\n" : ""}`;

/** Files by name, in a folder called `environments`. */
export type Files = Readonly<Record<string, string>>;

/** Loads files; an `estate.yaml` is there unless another is given. */
export function load(files: Files): Estate {
  const root = mkdtempSync(join(tmpdir(), "groundplan-environments-"));
  const folder = join(root, "environments");
  try {
    mkdirSync(folder);
    for (const [name, text] of Object.entries({ "estate.yaml": estate, ...files })) writeFileSync(join(folder, name), text);
    return loadEstate(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The error that files are refused with. */
export function refusal(files: Files): ConfigError {
  try {
    load(files);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("the files were not refused");
}

export function problems(files: Files): readonly LocatedProblem[] {
  return refusal(files).problems;
}

/** The report without its count: a line a problem. */
export function report(files: Files): string[] {
  return refusal(files).message.split("\n").slice(0, -2);
}
