import { type CrossProblem, isKnown } from "@groundplan/core/schema";
import type { AccountBaselineConfig, RegionBaselineConfig } from "../schema/baseline.js";

type Place = Pick<RegionBaselineConfig, "accountId" | "accountKind" | "securityAccountId">;

/** Users and their groups stand in one account, from which they come into the others by role. */
export function peopleProblems({ identity, accountKind, securityAccountId }: AccountBaselineConfig): (CrossProblem | false)[] {
  return (["users", "groups"] as const).map(
    (people) =>
      accountKind !== "security" &&
      Object.keys(identity[people]).length > 0 && {
        path: ["identity", people],
        value: Object.keys(identity[people]),
        message: `belongs to the security account alone; give it there, in ${securityAccountId}, and let them come by role`,
      },
  );
}

/** What is kept for all accounts is kept in one. */
export function sharedProblems({ accountKind, securityAccountId, estateAccountIds }: RegionBaselineConfig): (CrossProblem | false)[] {
  return [
    accountKind !== "security" &&
      estateAccountIds.length > 0 && {
        path: ["estateAccountIds"],
        value: estateAccountIds,
        message: `belongs to the security account alone, which keeps logs and keys for all; give it there, in ${securityAccountId}`,
      },
  ];
}

/** AWS splits the bills of all accounts where they are paid. */
export function moneyProblems({ accountKind, money }: AccountBaselineConfig): (CrossProblem | false)[] {
  return [
    accountKind !== "management" &&
      money.costAllocationTags.length > 0 && {
        path: ["money", "costAllocationTags"],
        value: money.costAllocationTags,
        message: "belongs to the management account alone, which pays for all; give it there",
      },
  ];
}

/** The security account is the one whose id all others name. */
export function securityProblems({ accountId, accountKind, securityAccountId }: Place): (CrossProblem | false)[] {
  if (!isKnown(accountId) || !isKnown(securityAccountId)) return [];
  const isSecurity = accountId === securityAccountId;
  return [
    accountKind === "security" &&
      !isSecurity && {
        path: ["securityAccountId"],
        value: securityAccountId,
        message: `is another account than this one, whose "accountKind" is security; give ${accountId}`,
      },
  ];
}

/** Only the organization's management account, and one that it delegates to, may look at all of it. */
export function analyzerProblems({
  accountKind,
  defaults,
}: Pick<RegionBaselineConfig, "accountKind" | "defaults">): (CrossProblem | false)[] {
  return [
    defaults.accessAnalyzer === "organization" &&
      !["management", "security"].includes(accountKind) && {
        path: ["defaults", "accessAnalyzer"],
        value: defaults.accessAnalyzer,
        message: 'belongs to the management or the security account; give it there, and "account" here',
      },
  ];
}
