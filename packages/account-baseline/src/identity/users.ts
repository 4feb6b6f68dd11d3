import type { IamGroup } from "@cdktf/provider-aws/lib/iam-group/index.js";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user/index.js";
import { IamUserGroupMembership } from "@cdktf/provider-aws/lib/iam-user-group-membership/index.js";
import { address } from "@groundplan/core";
import { adopt, type BoundedBlueprint } from "../blueprint.js";

/** Users by name, members of groups and nothing else: their passwords, keys and second factors are their own. */
export function makeUsers(blueprint: BoundedBlueprint, groups: ReadonlyMap<string, IamGroup>): ReadonlyMap<string, IamUser> {
  const { module, config, overrides, boundaryArn } = blueprint;
  return new Map(
    Object.entries(config.identity.users).map(([name, setting]) => {
      const existing = config.existing.users.includes(name) ? name : undefined;
      const user = new IamUser(module, `user-${name}`, {
        name,
        // what a person made for themselves would else keep the user standing
        forceDestroy: true,
        permissionsBoundary: boundaryArn,
        ...overrides.user?.(name),
      });
      adopt(address(user, module, name), existing);
      const memberOf = setting.groups.flatMap((group) => groups.get(group)?.name ?? []);
      address(new IamUserGroupMembership(module, `user-${name}-groups`, { user: user.name, groups: memberOf }), module, name);
      return [name, user];
    }),
  );
}
