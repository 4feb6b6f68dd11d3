import type { Draft } from "../draft.js";
import type { Account } from "../estate.js";
import type { AccountConfig } from "../estate-schema.js";
import { isMap } from "../parse.js";
import type { DataProblem } from "../problem.js";
import { baselineOf } from "./baseline.js";
import type { BaselineSetting } from "./setting.js";

/** What of the estate's file is right so far. */
interface EstateDraft {
  readonly file: { readonly data: unknown };
  readonly accounts: Readonly<Record<string, AccountConfig>>;
  readonly project: string | undefined;
  readonly repository: string | undefined;
  readonly permissionsBoundary: string | undefined;
}

/** An account, and what is wrong with its baseline as a whole. */
export interface AccountDraft {
  readonly account: Account;
  readonly problems: readonly DataProblem[];
}

/** All accounts that are right by themselves, each with its baseline as its modules see it. */
export function accountDrafts(estate: EstateDraft, drafts: readonly Draft[]): AccountDraft[] {
  return Object.values(estate.accounts).map((config) => accountDraft(config, estate, drafts));
}

function accountDraft(config: AccountConfig, estate: EstateDraft, drafts: readonly Draft[]): AccountDraft {
  const { baseline: own, acknowledge: _, ...account } = config;
  if (own === undefined) return { account, problems: [] };
  const { baseline, problems } = baselineOf(config, own, settingOf(config, estate, drafts));
  return {
    account: { ...account, ...(baseline === undefined ? {} : { baseline }) },
    problems: problems.map((problem) => ({ ...problem, path: ["accounts", account.name, ...problem.path] })),
  };
}

function settingOf(config: AccountConfig, estate: EstateDraft, drafts: readonly Draft[]): BaselineSetting {
  const real = Object.values(estate.accounts).filter(({ emulatorOnly }) => !emulatorOnly);
  const security = config.emulatorOnly ? undefined : real.find(({ kind }) => kind === "security");
  return {
    // one that is wrong is told of by its own
    project: estate.project ?? "estate",
    repository: estate.repository ?? "github.com/example/estate",
    permissionsBoundary: estate.permissionsBoundary,
    // the users of an estate without a security account are each account's own
    securityAccountId: (security ?? config).id,
    accountIds: real.map(({ id }) => id),
    environments: drafts.filter(({ values }) => values.account === config.name).map(({ name }) => name),
    given: baselineIn(estate.file.data, config.name),
  };
}

function baselineIn(data: unknown, account: string): unknown {
  return ["accounts", account, "baseline"].reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), data);
}
