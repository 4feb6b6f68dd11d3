import { regionData } from "@groundplan/account-baseline/config";
import { beneath } from "../beneath.js";
import type { AccountConfig } from "../estate-schema.js";
import { isMap } from "../parse.js";
import type { BaselineConfig } from "./baseline-schema.js";
import { existingIn, existingOnce } from "./existing.js";
import { fitting } from "./fitting.js";
import { isOnGitHub } from "./repository.js";
import type { BaselineSetting } from "./setting.js";

/** What the module of an account is given: the file's words, and what the estate knows. */
export function accountInput(account: AccountConfig, own: BaselineConfig, setting: BaselineSetting): Record<string, unknown> {
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
      ...(pipelines === undefined || !isOnGitHub(repository)
        ? {}
        : { pipelines: { ...pipelines, repository, environments: [...environments, `account-${account.name}`] } }),
    },
    // which buckets are sites', the stacks know
    audit: dataEvents?.buckets === "sites" ? { ...audit, trail: { ...audit.trail, dataEvents: { ...dataEvents, buckets: "all" } } } : audit,
    existing: { ...existingOnce(existing), ...existingIn(existing, { home: account.region, region: account.region }) },
  };
}

/** What the module of a further region is given: what the account says, and what the region has otherwise laid over it. */
export function regionInput(
  region: string,
  account: AccountConfig,
  own: BaselineConfig,
  setting: BaselineSetting,
): Record<string, unknown> {
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
