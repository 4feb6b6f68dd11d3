import { slug } from "@groundplan/core/schema";
import type { LocatedProblem } from "./problem.js";

const environmentName = slug();

/** What is wrong with the names of the files themselves: an environment is called as its file. */
export function nameProblems(folder: string, names: readonly string[]): LocatedProblem[] {
  return names.flatMap((name) => {
    const [wrong, fix] = faultOf(name) ?? [];
    if (wrong === undefined || fix === undefined) return [];
    return [{ file: `${folder}/${name}`, line: 1, column: 1, path: [], value: undefined, wrong, fix }];
  });
}

function faultOf(name: string): [wrong: string, fix: string] | undefined {
  if (name.endsWith(".yml")) return ["would not be read", `call it ${name.replace(/yml$/, "yaml")}`];
  if (!name.endsWith(".yaml") || name === "estate.yaml") return undefined;
  const environment = name.slice(0, -".yaml".length);
  if (environment === "account" || environment.startsWith("account-"))
    return [`"${environment}" is called as an account's stacks are`, 'give a name not begun by "account"'];
  if (environmentName.safeParse(environment).success) return undefined;
  return [`"${environment}" is no name of an environment`, "give at most 20 lower-case letters, digits and single hyphens, a letter first"];
}
