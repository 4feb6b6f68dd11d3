import {
  type AccountBaselineConfig,
  notices,
  type RegionBaselineConfig,
  regionData,
  rules,
  schemas,
} from "@groundplan/account-baseline/config";
import { brokenRules } from "@groundplan/core/schema";
import type { z } from "zod";
import { judge } from "../acknowledgement.js";
import { beneath } from "../beneath.js";
import type { AccountConfig } from "../estate-schema.js";
import { isMap, problemsIn } from "../parse.js";
import type { DataProblem } from "../problem.js";
import { brokenAt } from "../production-rules.js";
import type { BaselineConfig } from "./baseline-schema.js";
import { existingIn, existingOnce, stray, strayRegions } from "./existing.js";
import { fitting } from "./fitting.js";

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

/** What the estate knows of an account. */
export interface BaselineSetting {
  readonly project: string;
  readonly repository: string;
  readonly permissionsBoundary: string | undefined;
  /** The account whose users come in by role. */
  readonly securityAccountId: string;
  /** Of all accounts of AWS. */
  readonly accountIds: readonly string[];
  /** Those that stand in the account. */
  readonly environments: readonly string[];
  /** As it stands in the file: what a further region has otherwise is laid over what the account says. */
  readonly given: unknown;
}

/** An account's baseline while it is checked. */
export interface BaselineDraft {
  readonly baseline?: Baseline;
  /** Their paths begin at the account. */
  readonly problems: readonly DataProblem[];
}

/** Checks an account's baseline as a whole, as its modules will: in its home region, and in each of the others. */
export function baselineOf(account: AccountConfig, own: BaselineConfig, setting: BaselineSetting): BaselineDraft {
  const regions = [account.region, ...account.regions];
  const home = checked(schemas.AccountBaseline, accountInput(account, own, setting), ["baseline"]);
  const further = account.regions.map((region) => {
    const at = region in own.inRegions ? ["baseline", "inRegions", region] : ["baseline"];
    return { region, ...checked(schemas.RegionBaseline, regionInput(region, account, own, setting), at) };
  });
  const verdict = verdictOn(account, home.config);
  const problems = [
    ...[
      ...strayRegions(own.existing, regions),
      ...Object.keys(own.inRegions).flatMap((region) => stray(["inRegions", region], account.regions)),
    ].map((problem) => ({ ...problem, path: ["baseline", ...problem.path] })),
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
    notices: [...verdict.notices, ...notices(home.config)],
  };
  return { baseline, problems };
}

function verdictOn({ acknowledge, emulatorOnly }: AccountConfig, config: AccountBaselineConfig | undefined) {
  const production = !emulatorOnly;
  const broken = production && config !== undefined ? brokenRules(rules, config).map((rule) => brokenAt(["baseline"], rule, config)) : [];
  return judge({ broken, acknowledge, known: rules.map(({ id }) => id), production });
}

function accountInput(account: AccountConfig, own: BaselineConfig, setting: BaselineSetting): Record<string, unknown> {
  const { inRegions: _, identity, audit, existing, ...rest } = own;
  const { permissionsBoundary: policyName, repository, environments } = setting;
  const { boundary, pipelines, ...people } = identity;
  const { dataEvents } = audit.trail;
  return {
    ...rest,
    ...placeOf(account, account.region, setting),
    identity: {
      ...people,
      boundary: { ...boundary, ...(policyName === undefined ? {} : { policyName }) },
      ...(pipelines === undefined
        ? {}
        : { pipelines: { ...pipelines, repository, environments: [...environments, `account-${account.name}`] } }),
    },
    // which buckets are sites', the stacks know
    audit: dataEvents?.buckets === "sites" ? { ...audit, trail: { ...audit.trail, dataEvents: { ...dataEvents, buckets: "all" } } } : audit,
    existing: { ...existingOnce(existing), ...existingIn(existing, { home: account.region, region: account.region }) },
  };
}

function regionInput(region: string, account: AccountConfig, own: BaselineConfig, setting: BaselineSetting): Record<string, unknown> {
  const { existing: _, ...shape } = regionData.shape;
  const { inRegions, ...inherited } = isMap(setting.given) ? setting.given : {};
  const otherwise = isMap(inRegions) ? inRegions[region] : undefined;
  const data = beneath(fitting(shape, inherited), otherwise);
  return {
    ...(isMap(data) ? data : {}),
    ...placeOf(account, region, setting),
    existing: existingIn(own.existing, { home: account.region, region }),
  };
}

function placeOf(
  { id, kind }: AccountConfig,
  region: string,
  { project, securityAccountId, accountIds }: BaselineSetting,
): Record<string, unknown> {
  const keepsForAll = kind === "security";
  return {
    name: project,
    accountId: id,
    accountKind: kind,
    region,
    securityAccountId,
    ...(keepsForAll ? { estateAccountIds: accountIds } : {}),
  };
}

function checked<S extends z.ZodType>(
  schema: S,
  input: Readonly<Record<string, unknown>>,
  at: readonly (string | number)[],
): { readonly config?: z.output<S>; readonly problems: readonly DataProblem[] } {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { config: result.data, problems: [] };
  return { problems: problemsIn(result.error, schema).map((problem) => ({ ...problem, path: [...at, ...problem.path] })) };
}

function providerProblems({ identity }: BaselineConfig, { repository }: BaselineSetting): DataProblem[] {
  if (identity.pipelines === undefined || /^github\.com\/[\w.-]+\/[\w.-]+$/.test(repository)) return [];
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
