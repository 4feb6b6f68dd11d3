import { nameFix } from "@groundplan/core/schema";
import { waysIn } from "./database-access.js";
import { subnetProblems } from "./database-subnets.js";
import { userProblems } from "./database-users.js";
import type { Draft } from "./draft.js";
import type { AccountConfig } from "./estate-schema.js";
import type { DataProblem } from "./problem.js";
import { secondRegionProblems } from "./second-region.js";

type Values = Draft["values"];
type Databases = NonNullable<Values["databases"]>;
type Service = NonNullable<Values["services"]>[string];

/** Whether databases have what they stand on, and services the databases that they name. */
export function databaseProblems({ values }: Draft, account: AccountConfig | undefined): DataProblem[] {
  const { databases = {}, services = {} } = values;
  return [
    ...Object.entries(databases).flatMap((database) => subnetProblems(values, database)),
    ...Object.entries(databases).flatMap(([name, database]) => secondPlaceProblems(name, database, account)),
    ...Object.entries(services).flatMap((service) => accessProblems(service, databases)),
    ...userProblems(values),
  ];
}

function secondPlaceProblems(name: string, database: Databases[string], account: AccountConfig | undefined): DataProblem[] {
  const { secondRegion, secondNetwork, replicas, globalCluster } = database;
  const path = ["databases", name];
  const standsThere = globalCluster !== undefined || Object.values(replicas).some(({ inSecondRegion }) => inSecondRegion);
  return [
    ...secondRegionProblems(path, secondRegion, account),
    ...(standsThere && secondNetwork === undefined
      ? [
          {
            path,
            at: "key" as const,
            value: undefined,
            wrong: `has instances in "secondRegion", and nothing says in which network`,
            fix: 'give "secondNetwork" with the ids of a VPC there and of its isolated subnets',
          },
        ]
      : []),
    ...(!standsThere && secondNetwork !== undefined
      ? [
          {
            path: [...path, "secondNetwork"],
            value: undefined,
            wrong: "is for instances in a second region, and there are none",
            fix: "take it out",
          },
        ]
      : []),
  ];
}

function accessProblems(
  [service, { databases: given, environment, secrets }]: readonly [string, Service],
  databases: Databases,
): DataProblem[] {
  const ways = waysIn(service, given);
  return ways.flatMap(({ database, access, user, variables }, index): DataProblem[] => {
    const path = ["services", service, "databases", index];
    const standing = databases[database];
    const names = Object.keys(databases);
    if (standing === undefined) {
      const fix = names.length === 0 ? 'name it in the section "databases"' : nameFix(database, names);
      return [{ path, value: database, wrong: "is no database of the environment", fix }];
    }
    const twin = ways.slice(0, index).find((one) => one.variables === variables);
    const own = Object.keys({ ...environment, ...secrets }).find((name) => name.startsWith(`${variables}_`));
    const proxied = standing.proxy === "off" ? [] : standing.proxy.users;
    return [
      ...(twin === undefined
        ? []
        : [
            {
              path,
              value: database,
              wrong: `has the variables ${variables}_… as "${twin.database}" has`,
              fix: 'give one of them "variables" of its own',
            },
          ]),
      ...(own === undefined
        ? []
        : [
            {
              path,
              value: database,
              wrong: `sets variables called ${variables}_…, and the service has "${own}"`,
              fix: 'take that out, or give other "variables"',
            },
          ]),
      ...(access !== "proxy" || proxied.includes(user)
        ? []
        : [
            {
              path,
              value: database,
              wrong: `comes as "${user}", whom the proxy of "${database}" does not know`,
              fix: `add it to "databases.${database}.proxy.users"`,
            },
          ]),
    ];
  });
}
