import type { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import type { DefaultVpc } from "@cdktf/provider-aws/lib/default-vpc/index.js";
import type { IamAccountPasswordPolicy } from "@cdktf/provider-aws/lib/iam-account-password-policy/index.js";
import type { IamGroup } from "@cdktf/provider-aws/lib/iam-group/index.js";
import type { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js";
import type { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import type { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider/index.js";
import type { IamUser } from "@cdktf/provider-aws/lib/iam-user/index.js";
import { checkProps } from "@groundplan/core";
import { Construct } from "constructs";
import type { BaselineWiring } from "./blueprint.js";
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
import type { AccountOverrides } from "./overrides.js";
import type { AccountBaselineData } from "./props.generated.js";
import { makeRegion } from "./region.js";

/** What an AccountBaseline is made from: its data, and what it is wired to. */
export interface AccountBaselineProps extends AccountBaselineData, BaselineWiring {
  /** What the props don't cover, in the resources' own words. */
  readonly overrides?: AccountOverrides | undefined;
}

/**
 * What an account has from its first day, in its home region: who comes in and what they may at most, and defaults that are safe.
 * Each further region has a RegionBaseline.
 *
 * Cost: nothing, but container insights, by the metrics of the clusters that are made without a word about them, and
 * `identity.unusedAccess`, 0.20 USD a month for each role and user.
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

  constructor(scope: Construct, id: string, props: AccountBaselineProps) {
    super(scope, id);
    const { volumesKey, logArchive, overrides, ...data } = props;
    const config = checkProps(this, schemas.AccountBaseline, data);
    const blueprint = { module: this, config, wiring: { volumesKey, logArchive }, overrides: { ...overrides } };

    this.boundary = makeBoundary(blueprint);
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
    const region = makeRegion(blueprint);
    this.accessAnalyzer = region.accessAnalyzer;
    this.defaultVpc = region.defaultVpc;
  }
}
