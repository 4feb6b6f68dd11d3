import { type AccountBaselineConfig, type RegionBaselineConfig, schemas } from "@groundplan/account-baseline/config";
import type { z } from "zod";
import type { AccountConfig } from "../estate-schema.js";
import { problemsIn } from "../parse.js";
import type { DataProblem } from "../problem.js";
import { type BaselineConfig, baselineSchema } from "./baseline-schema.js";
import { stray, strayRegions } from "./existing.js";
import { accountInput, regionInput } from "./module-input.js";
import { isOnGitHub } from "./repository.js";
import type { BaselineSetting } from "./setting.js";
import { verdictOn } from "./verdict.js";

/** An account's baseline, as its modules see it. */
export interface Baseline {
  readonly account: AccountBaselineConfig;
  /** Of each further region. */
  readonly regions: Readonly<Record<string, RegionBaselineConfig>>;
  /** The trail writes down who gets at the objects of the account's sites. */
  readonly watchesSites: boolean;
  readonly acknowledged: readonly { readonly rule: string; readonly why: string }[];
  readonly notices: readonly string[];
}

/** An account's baseline while it is checked. */
export interface BaselineDraft {
  readonly baseline?: Baseline;
  /** Their paths begin at the account. */
  readonly problems: readonly DataProblem[];
}

/** Checks an account's baseline as a whole, as its modules will: in its home region, and in each of the others. */
export function baselineOf(account: AccountConfig, own: BaselineConfig, setting: BaselineSetting): BaselineDraft {
  const home = checked(schemas.AccountBaseline, accountInput(account, own, setting), ["baseline"]);
  const further = account.regions.map((region) => {
    const at = region in own.inRegions ? ["baseline", "inRegions", region] : ["baseline"];
    return { region, ...checked(schemas.RegionBaseline, regionInput(region, account, own, setting), at) };
  });
  const verdict = verdictOn(account, { home: home.config, further });
  const problems = [
    ...strays(account, own),
    ...providerProblems(own, setting),
    ...home.problems,
    ...further.flatMap((one) => one.problems),
    ...verdict.problems,
  ];
  if (home.config === undefined || problems.length > 0) return { problems };
  const baseline = {
    account: home.config,
    regions: Object.fromEntries(further.flatMap(({ region, config }) => (config === undefined ? [] : [[region, config]]))),
    watchesSites: own.audit.trail.dataEvents?.buckets === "sites",
    acknowledged: verdict.acknowledged,
    notices: verdict.notices,
  };
  return { baseline, problems };
}

function strays({ region, regions }: AccountConfig, { existing, inRegions }: BaselineConfig): DataProblem[] {
  const found = [
    ...strayRegions(existing, [region, ...regions]),
    ...Object.keys(inRegions).flatMap((further) => stray(["inRegions", further], regions)),
  ];
  return found.map((problem) => ({ ...problem, path: ["baseline", ...problem.path] }));
}

function checked<S extends z.ZodType>(
  schema: S,
  input: Readonly<Record<string, unknown>>,
  at: readonly (string | number)[],
): { readonly config?: z.output<S>; readonly problems: readonly DataProblem[] } {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { config: result.data, problems: [] };
  // what the estate knows is no matter of the file's
  const ours = problemsIn(result.error, schema).filter(({ path: [first] }) => String(first) in baselineSchema.shape);
  return { problems: ours.map((problem) => ({ ...problem, path: [...at, ...problem.path] })) };
}

function providerProblems({ identity }: BaselineConfig, { repository }: BaselineSetting): DataProblem[] {
  if (identity.pipelines === undefined || isOnGitHub(repository)) return [];
  return [
    {
      path: ["baseline", "identity", "pipelines"],
      at: "key",
      value: undefined,
      wrong: `are GitHub's workflows, and the estate's "repository" is ${JSON.stringify(repository)}`,
      fix: 'take it out, and name your CI under "oidcProviders"',
    },
  ];
}
