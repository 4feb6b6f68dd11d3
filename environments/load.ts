import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { accountProblems, archiveProblems, formerLogsProblems } from "./accounts.js";
import { balancerProblems } from "./balancers.js";
import { accountDrafts } from "./baseline/account-draft.js";
import { certificateProblems } from "./certificates.js";
import { channelProblems } from "./channels.js";
import { ConfigFile } from "./config-file.js";
import { databaseNameProblems } from "./database-names.js";
import { databaseProblems } from "./databases.js";
import { type Draft, draftOf } from "./draft.js";
import { environmentSchema } from "./environment-schema.js";
import type { Environment, Estate } from "./estate.js";
import { type AccountConfig, accountSchema, estateSchema } from "./estate-schema.js";
import { nameProblems } from "./file-names.js";
import { hostProblems } from "./hosts.js";
import { loggingNotices, loggingProblems } from "./logging.js";
import { overlaps } from "./overlap.js";
import { parse, rightEntries } from "./parse.js";
import { ConfigError, type LocatedProblem } from "./problem.js";
import { verdictOn } from "./production-rules.js";
import { inOrder, located } from "./report.js";
import { repositoryProblems } from "./repositories.js";
import { residenceProblems } from "./residence.js";
import { serviceProblems, strayHosts } from "./services.js";
import { siteProblems, siteRegionProblems } from "./sites.js";
import { stateProblems } from "./states.js";
import { zoneProblems } from "./zones.js";

export { ownNames } from "./certificates.js";
export { type WayIn, waysIn } from "./database-access.js";
export { type Environment, type Estate, stateKeyOf } from "./estate.js";
export { imageReference } from "./images.js";
export { ConfigError, type LocatedProblem } from "./problem.js";
export { hostName } from "./sections/services.js";
export { pullAccountIds, repositoryHome } from "./services.js";
export { rootNames, siteDomainNames } from "./sites.js";
export { childZones, rootZone, zoneNameOf } from "./zones.js";

const estateName = "estate.yaml";

/**
 * The estate and all its environments, checked together before anything is made of them.
 *
 * @param folder holds `estate.yaml` and one YAML file an environment
 * @throws {ConfigError} with every problem of every file: place, value, fix
 */
export function loadEstate(folder: string): Estate {
  if (!existsSync(join(folder, estateName))) throw new ConfigError([missingEstate(folder)]);
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const names = entries.map(({ name }) => name).sort();
  const estate = readEstate(new ConfigFile(folder, estateName));
  const drafts = names
    .filter((name) => name.endsWith(".yaml") && name !== estateName)
    .map((name) => readDraft({ folder, project: estate.project ?? "" }, name));
  const accounts = accountDrafts(estate, drafts);
  const problems = [
    ...nameProblems(basename(folder), names),
    ...estate.problems,
    ...located(
      estate.file,
      accounts.flatMap((account) => account.problems),
    ),
    ...drafts.flatMap((draft) => draftProblems(draft, estate, drafts)),
    ...overlaps(drafts),
  ];
  if (problems.length > 0) throw new ConfigError(inOrder(problems));
  const { accounts: _, ...shared } = estateSchema.parse(estate.file.data, { jitless: true });
  const checked = Object.fromEntries(accounts.map(({ account }) => [account.name, account]));
  const whole = { ...shared, accounts: checked };
  const environments = drafts.map((draft) => [draft.name, environmentOf(draft, whole)] as const);
  return { ...whole, environments: Object.fromEntries(environments) };
}

interface ReadEstate {
  readonly file: ConfigFile;
  /** The accounts that are right. */
  readonly accounts: Readonly<Record<string, AccountConfig>>;
  /** Every account that has a name, right or not. */
  readonly known: readonly string[];
  /** Its name, if it is right. */
  readonly project: string | undefined;
  /** The root domain, if it is right. */
  readonly rootDomain: string | undefined;
  readonly repository: string | undefined;
  readonly permissionsBoundary: string | undefined;
  readonly logArchive: string | undefined;
  readonly problems: readonly LocatedProblem[];
}

function readEstate(file: ConfigFile): ReadEstate {
  const given = (file.data as { accounts?: unknown } | undefined)?.accounts;
  const right = rightEntries(accountSchema, given);
  const accounts = Object.fromEntries(Object.entries(right).map(([name, account]) => [name, { name, ...account }]));
  const { values, problems: wrong } = parse(estateSchema, file.data);
  const known = Object.keys(given ?? {});
  const archive = [...archiveProblems(values.logArchive, accounts, known), ...formerLogsProblems(values)];
  const problems = file.data === undefined ? [] : [...wrong, ...accountProblems(accounts), ...archive];
  return {
    file,
    accounts,
    known,
    project: values.project,
    rootDomain: values.rootDomain,
    repository: values.repository,
    permissionsBoundary: values.permissionsBoundary,
    logArchive: values.logArchive,
    problems: [...file.problems, ...located(file, problems)],
  };
}

function readDraft({ folder, project }: { readonly folder: string; readonly project: string }, name: string): Draft {
  return draftOf({ project, environment: basename(name, ".yaml") }, new ConfigFile(folder, name));
}

function draftProblems(draft: Draft, estate: ReadEstate, drafts: readonly Draft[]): LocatedProblem[] {
  const { file, values, problems } = draft;
  if (file.data === undefined) return [...file.problems];
  // an account that is itself wrong is told of in its own file
  const isJudged = values.account === undefined || values.account in estate.accounts || !estate.known.includes(values.account);
  return [
    ...file.problems,
    ...located(file, [
      ...problems,
      ...(isJudged ? residenceProblems(draft, estate.accounts, drafts) : []),
      ...verdictOn(draft, idsOf(estate.accounts)).problems,
      ...stateProblems(draft, drafts),
      ...serviceProblems(draft, drafts, estate.rootDomain ?? ""),
      ...(estate.rootDomain === undefined ? [] : strayHosts(draft, estate.rootDomain)),
      ...(estate.rootDomain === undefined ? [] : certificateProblems(draft, estate.rootDomain)),
      ...(estate.rootDomain === undefined ? [] : hostProblems(draft, estate.rootDomain)),
      ...repositoryProblems(draft, drafts),
      ...channelProblems(draft, drafts),
      ...balancerProblems(draft),
      ...loggingProblems(draft, estate),
      ...databaseNameProblems(draft, drafts),
      ...databaseProblems(draft, estate.accounts[values.account ?? ""]),
      ...siteRegionProblems(draft, estate.accounts[values.account ?? ""]),
      ...(estate.rootDomain === undefined ? [] : siteProblems(draft, drafts, estate.rootDomain)),
      ...(estate.rootDomain === undefined ? [] : zoneProblems(draft, drafts, estate.rootDomain)),
    ]),
  ];
}

function environmentOf(draft: Draft, estate: Omit<Estate, "environments">): Environment {
  const { accounts } = estate;
  const { acknowledge: _, account: accountName, ...rest } = environmentSchema.parse(draft.data, { jitless: true });
  const account = accounts[accountName];
  if (account === undefined) throw new Error(`account "${accountName}" of "${draft.name}" was checked, and is gone`);
  const { acknowledged, notices } = verdictOn(draft, idsOf(accounts));
  const told = [...notices, ...loggingNotices(draft, estate)];
  return { ...rest, name: draft.name, file: draft.file.file, account, acknowledged, notices: told };
}

function idsOf(accounts: Readonly<Record<string, { readonly id: string }>>): readonly string[] {
  return Object.values(accounts).map(({ id }) => id);
}

function missingEstate(folder: string): LocatedProblem {
  return {
    file: `${basename(folder)}/${estateName}`,
    line: 1,
    column: 1,
    path: [],
    value: undefined,
    wrong: "is missing",
    fix: "it holds the project's name, its domain and its accounts",
  };
}
