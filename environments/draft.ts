import type { Problem } from "@groundplan/core/schema";
import { awsNameProblems } from "./aws-names.js";
import type { ConfigFile } from "./config-file.js";
import { type EnvironmentConfig, environmentSchema } from "./environment-schema.js";
import { type ModuleData, moduleData, withCheaperDefaults } from "./module-data.js";
import { isMap, parse, problemsIn } from "./parse.js";
import type { DataProblem } from "./problem.js";
import type { SectionPlace } from "./section.js";
import { sectionOf } from "./sections.js";

/** An environment's file while it is checked: what of it is right so far. */
export interface Draft {
  readonly name: string;
  readonly file: ConfigFile;
  /** The file's data, cheaper defaults beneath it where it is not production's. */
  readonly data: unknown;
  readonly values: Partial<EnvironmentConfig>;
  /** Those that are right as a whole, as their modules see them. */
  readonly modules: readonly ModuleConfig[];
  readonly problems: readonly DataProblem[];
}

/** A section, or an entry of one, as its module sees it. */
export interface ModuleConfig extends Omit<ModuleData, "data"> {
  readonly config: unknown;
}

/** Reads a file by the schema, its sections by their modules' own too. */
export function draftOf({ project, environment: name }: Pick<SectionPlace, "project" | "environment">, file: ConfigFile): Draft {
  const data = withCheaperDefaults(file.data);
  const { values, problems } = parse(environmentSchema, data);
  const checked = moduleData(data)
    .filter((module) => isMap(module.data))
    .map((module) => checkWhole(module, { project, environment: name, region: values.region ?? "" }));
  return {
    name,
    file,
    data,
    values,
    modules: checked.flatMap(({ module }) => (module === undefined ? [] : [module])),
    problems: withoutRepeats([...problems, ...checked.flatMap(({ problems: more }) => more)]),
  };
}

interface Checked {
  readonly module?: ModuleConfig;
  readonly problems: readonly DataProblem[];
}

function checkWhole({ data, ...module }: ModuleData, at: Omit<SectionPlace, "entry">): Checked {
  const { schema, whole, wire } = sectionOf(module.section);
  const given = isMap(data) ? data : {};
  const wired = wire({ ...at, entry: module.entry ?? "" }, given);
  const result = whole.safeParse(wired, { reportInput: true, jitless: true });
  if (result.success) return { module: { ...module, config: result.data }, problems: [] };
  // what the stacks wire is no matter of the file's
  const isOurs = ([first]: Problem["path"]): boolean => first === undefined || String(first) in schema.shape || String(first) in given;
  const ours = problemsIn(result.error, whole).filter(({ path }) => isOurs(path));
  return {
    problems: [
      ...ours.map((problem) => ({ ...problem, path: [...module.path, ...problem.path] })),
      ...awsNameProblems(module, wired, result.error),
    ],
  };
}

/** The section's schema and the module's see the same data, and mostly the same problems. */
function withoutRepeats(problems: readonly DataProblem[]): DataProblem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify([problem.path, problem.wrong]), problem]));
  return [...seen.values()];
}
