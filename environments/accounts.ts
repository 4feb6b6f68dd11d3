import { nameFix, type Problem } from "@groundplan/core/schema";
import type { AccountConfig, EstateConfig } from "./estate-schema.js";

/** What the accounts must be among themselves. */
export function accountProblems(accounts: Readonly<Record<string, AccountConfig>>): Problem[] {
  const all = Object.values(accounts);
  return all.flatMap((account, index) => {
    const twin = all.slice(0, index).find(({ id }) => id === account.id);
    return [
      ...(twin === undefined
        ? []
        : [
            {
              path: ["accounts", account.name, "id"],
              value: account.id,
              wrong: `is account "${twin.name}" already`,
              fix: "give each its own id",
            },
          ]),
      // its baseline's stack would be called as the other account's state
      ...(account.name.endsWith("-state")
        ? [{ path: ["accounts", account.name], value: undefined, wrong: 'ends in "-state", as stacks do', fix: "give it another name" }]
        : []),
      ...regionProblems(account, all),
      ...(account.kind === "security" ? secondOfKind(account, all.slice(0, index)) : []),
    ];
  });
}

function regionProblems({ name, region, regions }: AccountConfig, all: readonly AccountConfig[]): Problem[] {
  const twice = regions.flatMap((further, index) =>
    further === region || regions.indexOf(further) < index
      ? [{ path: ["accounts", name, "regions", index], value: further, wrong: "is the account's already", fix: "take it out" }]
      : [],
  );
  // the other account's baseline in a region would be called as this one's at home
  const other = all.find((one) => one.regions.some((further) => name === `${one.name}-${further}`));
  if (other === undefined) return twice;
  const wrong = `is called as "${other.name}" in one of its regions`;
  return [...twice, { path: ["accounts", name], value: undefined, wrong, fix: "give it another name" }];
}

/** Users stand in one account, and come into all others from there. */
function secondOfKind({ name, kind, emulatorOnly }: AccountConfig, before: readonly AccountConfig[]): Problem[] {
  const first = before.find((one) => one.kind === kind && one.emulatorOnly === emulatorOnly);
  if (first === undefined || emulatorOnly) return [];
  return [
    { path: ["accounts", name, "kind"], value: kind, wrong: `is what "${first.name}" is`, fix: "an estate has one; give another kind" },
  ];
}

/** Former logs are those of before there was an archive. */
export function formerLogsProblems({ logArchive, keepFormerLogs }: Partial<EstateConfig>): Problem[] {
  if (keepFormerLogs !== true || logArchive !== undefined) return [];
  return [
    { path: ["keepFormerLogs"], value: true, wrong: "has no archive to go with", fix: 'name one under "logArchive", or take it out' },
  ];
}

/** The archive is the security account's, whose baseline makes it. */
export function archiveProblems(
  keeper: string | undefined,
  accounts: Readonly<Record<string, AccountConfig>>,
  known: readonly string[],
): Problem[] {
  // an account that is itself wrong is told of by its own
  if (keeper === undefined || (known.includes(keeper) && !(keeper in accounts))) return [];
  const problem = (wrong: string, fix: string): Problem[] => [{ path: ["logArchive"], value: keeper, wrong, fix }];
  const account = accounts[keeper];
  if (account === undefined) return problem("is no account of the estate", nameFix(keeper, known));
  if (account.kind !== "security") return problem(`is a ${account.kind} account`, "give the security account, which keeps logs for all");
  if (account.emulatorOnly) return problem("is the emulator's alone", "give an account of AWS");
  if (account.baseline === undefined) return problem('has no "baseline", which makes the archive', 'give it one, if only "baseline: {}"');
  return [];
}
