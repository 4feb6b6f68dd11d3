import { type CrossProblem, isKnown, nameFix } from "@groundplan/core/schema";
import type { AccountBaselineConfig } from "../schema/baseline.js";

/** Members of groups that there are. */
export function groupProblems({ identity }: AccountBaselineConfig): CrossProblem[] {
  const known = Object.keys(identity.groups);
  return Object.entries(identity.users).flatMap(([user, { groups }]) =>
    groups.flatMap((group, index) =>
      known.includes(group)
        ? []
        : [
            {
              path: ["identity", "users", user, "groups", index],
              value: group,
              message: `is no group of "groups"; ${knownGroups(group, known)}`,
            },
          ],
    ),
  );
}

function knownGroups(group: string, known: readonly string[]): string {
  return known.length === 0 ? "there are none, add it there" : nameFix(group, known);
}

/** A role that nobody may assume, or one without an account, is a slip. */
export function reachProblems({ identity }: AccountBaselineConfig): (CrossProblem | false)[] {
  return Object.entries(identity.groups).map(
    ([name, { roles, accountIds }]) =>
      roles.length > 0 !== accountIds.length > 0 && {
        path: ["identity", "groups", name, roles.length > 0 ? "accountIds" : "roles"],
        value: [],
        message:
          roles.length > 0
            ? 'is empty, and "roles" lead nowhere; give the accounts'
            : 'is empty, and "accountIds" are of no use; give the roles',
      },
  );
}

/** What is imported is what is made. */
export function existingProblems({ identity, existing }: AccountBaselineConfig): (CrossProblem | false)[] {
  const { accountAlias } = existing;
  const github = identity.pipelines === undefined ? [] : ["github"];
  return [
    accountAlias !== undefined &&
      isKnown(accountAlias) &&
      accountAlias !== identity.alias && {
        path: ["existing", "accountAlias"],
        value: accountAlias,
        message: `is not "identity.alias" ${JSON.stringify(identity.alias ?? "")}; give the same there`,
      },
    ...strangers(["existing", "samlProviders"], Object.keys(existing.samlProviders), Object.keys(identity.samlProviders)),
    ...strangers(["existing", "oidcProviders"], Object.keys(existing.oidcProviders), [...Object.keys(identity.oidcProviders), ...github]),
    ...strangers(["existing", "users"], existing.users, Object.keys(identity.users)),
    ...strangers(["existing", "groups"], existing.groups, Object.keys(identity.groups)),
  ];
}

function strangers(path: readonly string[], given: readonly string[], known: readonly string[]): CrossProblem[] {
  return given
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path,
      value: name,
      message: `has "${name}", which "identity.${path.at(-1)}" has not; add it there, or take it out`,
    }));
}

/** GitHub's provider is made for the pipelines, under that name. */
export function providerProblems({ identity }: AccountBaselineConfig): (CrossProblem | false)[] {
  return [
    identity.pipelines !== undefined &&
      "github" in identity.oidcProviders && {
        path: ["identity", "oidcProviders", "github"],
        value: undefined,
        message: 'is made for "pipelines" already; take it out',
      },
  ];
}
