import { crossCheck } from "@groundplan/core/schema";
import { accountRules, regionRules } from "./audit/managed-rules.js";
import { ruleProblems } from "./checks/audit.js";
import { existingProblems, groupProblems, providerProblems, reachProblems } from "./checks/identity.js";
import { analyzerProblems, moneyProblems, peopleProblems, securityProblems, sharedProblems } from "./checks/kinds.js";
import { type AccountBaselineConfig, accountData, type RegionBaselineConfig, regionData } from "./schema/baseline.js";

const place = ["accountId", "accountKind", "securityAccountId"] as const;

/** The data of each class: the estate's accounts, the props, their defaults, checks and documentation. */
export const schemas = {
  AccountBaseline: accountData.check(
    crossCheck<AccountBaselineConfig>([...place], securityProblems),
    crossCheck<AccountBaselineConfig>([...place, "identity"], peopleProblems),
    crossCheck<AccountBaselineConfig>(["identity"], groupProblems),
    crossCheck<AccountBaselineConfig>(["identity"], reachProblems),
    crossCheck<AccountBaselineConfig>(["identity"], providerProblems),
    crossCheck<AccountBaselineConfig>(["identity", "existing"], existingProblems),
    crossCheck<AccountBaselineConfig>(["accountKind", "defaults"], analyzerProblems),
    crossCheck<AccountBaselineConfig>([...place, "estateAccountIds"], sharedProblems),
    crossCheck<AccountBaselineConfig>(["accountKind", "money"], moneyProblems),
    crossCheck<AccountBaselineConfig>(["audit"], (data) => ruleProblems(data, { ...accountRules, ...regionRules })),
  ),
  RegionBaseline: regionData.check(
    crossCheck<RegionBaselineConfig>([...place], securityProblems),
    crossCheck<RegionBaselineConfig>(["accountKind", "defaults"], analyzerProblems),
    crossCheck<RegionBaselineConfig>([...place, "estateAccountIds"], sharedProblems),
    crossCheck<RegionBaselineConfig>(["audit"], (data) => ruleProblems(data, regionRules)),
  ),
};

export { notices } from "./notices.js";
export { rules } from "./rules.js";
export { type AccountBaselineConfig, accountData, type RegionBaselineConfig, regionData } from "./schema/baseline.js";
export { accountKinds } from "./schema/place.js";
export { type RoleName, roleNames } from "./schema/roles.js";
