import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import type { BoundedBlueprint } from "../blueprint.js";
import { type RoleName, roleNames } from "../schema/roles.js";
import { roleName } from "./names.js";
import { makeRole } from "./role.js";
import { peopleTrust } from "./trust.js";

const purposes: Readonly<Record<RoleName, string>> = {
  admin: "Everything, by people with a second factor",
  power: "Everything but identities, by people with a second factor",
  "read-only": "Looking, by people with a second factor",
  billing: "Invoices, budgets and costs, by people with a second factor",
  support: "Cases with AWS Support, by people with a second factor",
};

/** The roles by which people of the security account come in. */
export function makePeopleRoles(blueprint: BoundedBlueprint): ReadonlyMap<RoleName, IamRole> {
  const { name, identity } = blueprint.config;
  const wanted = roleNames.filter((role) => identity.roles[role].enabled);
  return new Map(
    wanted.map((role) => {
      const { policies, maxSessionHours } = identity.roles[role];
      const trust = peopleTrust(blueprint.config, identity.roles[role]);
      const made = { key: role, name: roleName(name, role), description: purposes[role], trust, maxSessionHours, policies };
      return [role, makeRole(blueprint, made)];
    }),
  );
}
