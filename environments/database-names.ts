import type { Draft } from "./draft.js";
import type { DataProblem } from "./problem.js";

/** Databases that AWS could not tell from another one of their account: names are joined by hyphens, and may have some themselves. */
export function databaseNameProblems(draft: Draft, drafts: readonly Draft[]): DataProblem[] {
  const { account, region, databases = {} } = draft.values;
  if (Object.keys(databases).length === 0) return [];
  const beside = drafts.filter(({ values }) => account !== undefined && values.account === account && values.region === region);
  const claims = beside.flatMap(({ name: environment, values }) =>
    Object.keys(values.databases ?? {}).map((database) => ({ environment, database, name: `${environment}-${database}` })),
  );
  return claims.flatMap(({ environment, database, name }, index) => {
    const holder = claims.slice(0, index).find((one) => one.name === name);
    if (environment !== draft.name || holder === undefined) return [];
    const wrong = `is called "<project>-${name}" in AWS, as is "${holder.database}" of the environment "${holder.environment}" in the same account`;
    return [{ path: ["databases", database], at: "key", value: undefined, wrong, fix: "give it another name" }];
  });
}
