import { type WayIn, waysIn } from "./database-access.js";
import type { Draft } from "./draft.js";
import type { DataProblem } from "./problem.js";

type Values = Draft["values"];
type Databases = NonNullable<Values["databases"]>;
type Services = NonNullable<Values["services"]>;

/** Whether the users that services come as can be made: by a task of the service's, one for each database. */
export function userProblems({ databases = {}, services = {} }: Values): DataProblem[] {
  return Object.entries(services).flatMap(([service, { databases: given, oneOffTasks }]) =>
    waysIn(service, given).flatMap((way, index, ways) => {
      const others = ways.slice(0, index).map(({ database }) => database);
      return [
        ...secondTime(["services", service, "databases", index], way, others),
        ...masters(["services", service, "databases", index], way, databases),
        ...taken(service, way, oneOffTasks),
        ...twin(service, way, services),
      ];
    }),
  );
}

function secondTime(path: DataProblem["path"], { database }: WayIn, others: readonly string[]): DataProblem[] {
  if (!others.includes(database)) return [];
  return [{ path, value: database, wrong: "is named above already, and a service has one user in a database", fix: "keep one" }];
}

/** The task that makes a user takes from it what is not its own to have. */
function masters(path: DataProblem["path"], { database, user }: WayIn, databases: Databases): DataProblem[] {
  if (databases[database]?.master.userName !== user) return [];
  return [{ path, value: user, wrong: `is the master of "${database}"`, fix: 'give "user" another name' }];
}

/** The task is called `<database>-user`, in the stack and for `groundplan run-task`. */
function taken(service: string, { database }: WayIn, oneOffTasks: Services[string]["oneOffTasks"]): DataProblem[] {
  const task = `${database}-user`;
  const what = `is what the task is called that makes the service's user in "${database}"`;
  const problem = (path: DataProblem["path"]): DataProblem => ({
    path,
    at: "key",
    value: undefined,
    wrong: what,
    fix: "give it another name",
  });
  return [
    ...(service === task ? [problem(["services", service])] : []),
    ...(task in oneOffTasks ? [problem(["services", service, "oneOffTasks", task])] : []),
  ];
}

/** The task's family and roles are called `<service>-<database>`, as another service's may be. */
function twin(service: string, { database }: WayIn, services: Services): DataProblem[] {
  const name = `${service}-${database}`;
  if (!(name in services)) return [];
  const wrong = `is called in AWS as the task that makes the user of "${service}" in "${database}"`;
  return [{ path: ["services", name], at: "key", value: undefined, wrong, fix: "give one of them another name" }];
}
