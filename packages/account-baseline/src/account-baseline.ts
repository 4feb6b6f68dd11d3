import type { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import type { BudgetsBudget } from "@cdktf/provider-aws/lib/budgets-budget/index.js";
import type { CeAnomalyMonitor } from "@cdktf/provider-aws/lib/ce-anomaly-monitor/index.js";
import type { DefaultVpc } from "@cdktf/provider-aws/lib/default-vpc/index.js";
import type { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy/index.js";
import type { IamGroup } from "@cdktf/provider-aws/lib/iam-group/index.js";
import type { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js";
import type { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import type { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider/index.js";
import type { IamUser } from "@cdktf/provider-aws/lib/iam-user/index.js";
import { type AlarmTopic, checkProps, PermissionsBoundary } from "@groundplan/core";
import { Aspects } from "cdktf";
import { Construct } from "constructs";
import { type Archive, findArchive } from "./archive/archive.js";
import { type AccountAudit, auditAccount } from "./audit/account-audit.js";
import { findTopic } from "./audit/topic.js";
import { type AccountWiring, partWiring } from "./blueprint.js";
import { type RoleName, schemas } from "./config.js";
import { nameContacts } from "./defaults/contacts.js";
import { blockPublicBuckets } from "./defaults/sharing.js";
import { makeAlias, makePasswordPolicy } from "./identity/account.js";
import { makeUnusedAccessAnalyzer } from "./identity/analyzers.js";
import { makeBoundary } from "./identity/boundary.js";
import { makeGroups } from "./identity/groups.js";
import { makePeopleRoles } from "./identity/people-roles.js";
import { makePipelineRoles, type PipelineRoles } from "./identity/pipelines.js";
import { makeOidcProviders, makeSamlProviders } from "./identity/providers.js";
import { makeSecondFactorPolicy } from "./identity/second-factor.js";
import { makeUsers } from "./identity/users.js";
import { type CentralKeys, findCentralKeys, wiredTo } from "./keys/central-keys.js";
import { watchCosts } from "./money/anomalies.js";
import { makeBudgets } from "./money/budgets.js";
import { splitBills } from "./money/cost-tags.js";
import type { AccountOverrides } from "./overrides.js";
import type { AccountBaselineData } from "./props.generated.js";
import { makeRegion } from "./region.js";

/** What an AccountBaseline is made from: its data, and what it is wired to. */
export interface AccountBaselineProps extends AccountBaselineData, AccountWiring {
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: AccountOverrides | undefined;
}

/**
 * What an account has from its first day, in its home region: who comes in and what they may at most, who did what, who attacks, what is
 * spent, and defaults that are safe. Each further region has a RegionBaseline.
 *
 * Cost: about 10 USD a month in an account where little happens: Config by the change (0.003 USD), Security Hub and Config's rules by the
 * check (0.001 USD), GuardDuty by the event after its free month, the key 1 USD, fifteen alarms 0.10 USD each, the trail's log group
 * 0.50 USD a GB. What is asked for besides says its own price.
 *
 * @example new AccountBaseline(this, "baseline", { name: "shop", accountId, accountKind: "workload", region: "eu-west-1", securityAccountId })
 * @throws {PropsError} where the props do not fit the schema: all problems at once
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html
 */
export class AccountBaseline extends Construct {
  readonly boundary: IamPolicy;
  readonly passwordPolicy: IamAccountPasswordPolicy;
  /** The roles that people assume. */
  readonly roles: ReadonlyMap<RoleName, IamRole>;
  readonly pipelineRoles: PipelineRoles | undefined;
  readonly oidcProviders: ReadonlyMap<string, IamOpenidConnectProvider>;
  readonly samlProviders: ReadonlyMap<string, IamSamlProvider>;
  /** What every member of a group has, in the security account. */
  readonly secondFactorPolicy: IamPolicy | undefined;
  readonly groups: ReadonlyMap<string, IamGroup>;
  readonly users: ReadonlyMap<string, IamUser>;
  readonly accessAnalyzer: AccessanalyzerAnalyzer | undefined;
  readonly unusedAccessAnalyzer: AccessanalyzerAnalyzer | undefined;
  readonly defaultVpc: DefaultVpc | undefined;
  /** Where the account's logs go: what its further regions are wired to. */
  readonly archive: Archive;
  /** Where alarms and findings are told. */
  readonly alarmTopic: AlarmTopic | undefined;
  /** The trail, its alarms, and what watches the home region. */
  readonly audit: AccountAudit;
  readonly budgets: ReadonlyMap<string, BudgetsBudget>;
  readonly anomalyMonitor: CeAnomalyMonitor | undefined;
  /** With `keys: central`, the security account's keys in this region. */
  readonly centralKeys: CentralKeys | undefined;

  constructor(scope: Construct, id: string, props: AccountBaselineProps) {
    super(scope, id);
    const { wiring, others } = partWiring(props);
    const { overrides, edgeProvider, ...data } = others;
    const config = checkProps(this, schemas.AccountBaseline, data);
    const unkeyed = { module: this, config, wiring: { ...wiring, edgeProvider }, overrides: { ...overrides } };
    this.centralKeys = findCentralKeys(unkeyed);
    const blueprint = { ...unkeyed, wiring: wiredTo(unkeyed.wiring, this.centralKeys) };

    this.boundary = makeBoundary(blueprint);
    // the roles of parts, too
    Aspects.of(this).add(new PermissionsBoundary(this.boundary.arn));
    const bounded = { ...blueprint, boundaryArn: this.boundary.arn };
    this.passwordPolicy = makePasswordPolicy(blueprint);
    makeAlias(blueprint);
    this.roles = makePeopleRoles(bounded);
    this.samlProviders = makeSamlProviders(blueprint);
    this.oidcProviders = makeOidcProviders(blueprint);
    this.pipelineRoles = makePipelineRoles(bounded, this.oidcProviders);
    this.secondFactorPolicy = makeSecondFactorPolicy(blueprint);
    this.groups = makeGroups(blueprint, this.secondFactorPolicy);
    this.users = makeUsers(bounded, this.groups);
    this.unusedAccessAnalyzer = makeUnusedAccessAnalyzer(blueprint);
    nameContacts(blueprint);
    blockPublicBuckets(blueprint);
    this.archive = findArchive(blueprint);
    this.alarmTopic = findTopic(blueprint, this.centralKeys);
    this.audit = auditAccount(bounded, this.archive, this.alarmTopic);
    const region = makeRegion(blueprint, this.archive.logs);
    this.accessAnalyzer = region.accessAnalyzer;
    this.defaultVpc = region.defaultVpc;
    this.budgets = makeBudgets(blueprint, this.alarmTopic);
    this.anomalyMonitor = watchCosts(blueprint, this.alarmTopic);
    splitBills(blueprint);
  }
}
