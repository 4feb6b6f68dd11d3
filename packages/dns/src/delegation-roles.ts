import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, checkProps, type HostedZone, policyDocument, zoneRoleNames } from "@groundplan/core";
import { Construct } from "constructs";
import { type DelegationRolesConfig, schemas } from "./config.js";
import { type Access, changes, reads, trust } from "./delegation-statements.js";
import type { DelegationRolesData } from "./props.generated.js";
import { requireBeneath, requireWithin } from "./within-zone.js";

/** What DelegationRoles are made from. */
export interface DelegationRolesProps extends DelegationRolesData {
  /** The parent zone, in whose account the roles stand. */
  readonly zone: HostedZone;
}

type Child = DelegationRolesConfig["children"][string];

/**
 * Two roles for each environment that has a zone beneath this one: `apply` may write the NS record of that very name, and what leads
 * its `aliasNames` to distributions; `plan` may only read. Their names are computed (core's `zoneRoleArns`), so that an environment's account needs no state of this one.
 *
 * @example new DelegationRoles(this, "delegation", { zone, project: "shop", children: { dev: { zoneName: "dev.shop.example.com", accountId: "444444444444" } } })
 * @throws {PropsError} where the props do not fit the schema, or a child is not beneath the zone
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html
 */
export class DelegationRoles extends Construct {
  /** By environment. */
  readonly roles: Readonly<Record<string, Readonly<Record<Access, IamRole>>>>;

  constructor(scope: Construct, id: string, props: DelegationRolesProps) {
    super(scope, id);
    const { zone, ...data } = props;
    const { project, children } = checkProps(this, schemas.DelegationRoles, data);
    const given = Object.entries(children).map(([name, { zoneName }]) => ({ path: ["children", name, "zoneName"], name: zoneName }));
    requireBeneath(this, zone.zoneName, given);
    requireWithin(
      this,
      zone.zoneName,
      Object.entries(children).flatMap(([name, { aliasNames }]) =>
        aliasNames.map((alias, index) => ({ path: ["children", name, "aliasNames", index], name: alias })),
      ),
    );

    const roles = Object.entries(children).map(([environment, child]) => {
      const role = (access: Access): IamRole => this.role({ project, environment, child, zone }, access);
      return [environment, { plan: role("plan"), apply: role("apply") }] as const;
    });
    this.roles = Object.fromEntries(roles);
  }

  private role({ project, environment, child, zone }: RoleSetting, access: Access): IamRole {
    const role = address(
      new IamRole(this, `${environment}-${access}`, {
        name: zoneRoleNames({ project, environment })[access],
        description: `${access === "apply" ? "writes" : "reads"} the NS record of ${child.zoneName}`,
        assumeRolePolicy: policyDocument(trust({ project, child }, access)),
      }),
      this,
      environment,
      access,
    );
    const statements = access === "apply" ? [...reads(zone), ...changes(zone, child)] : reads(zone);
    const policy = new IamRolePolicy(this, `${environment}-${access}-policy`, {
      name: "delegation",
      role: role.name,
      policy: policyDocument(...statements),
    });
    address(policy, this, environment, access);
    return role;
  }
}

interface RoleSetting {
  readonly project: string;
  readonly environment: string;
  readonly child: Child;
  readonly zone: HostedZone;
}
