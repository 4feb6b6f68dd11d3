import type { Problem } from "@groundplan/core/schema";
import type { ConfigFile } from "./config-file.js";
import { type EnvironmentConfig, environmentSchema } from "./environment-schema.js";
import { type ModuleData, moduleData, withCheaperDefaults } from "./module-data.js";
import { isMap, parse, problemsIn } from "./parse.js";
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
  readonly problems: readonly Problem[];
}

/** A section, or an entry of one, as its module sees it. */
export interface ModuleConfig extends Omit<ModuleData, "data"> {
  readonly config: unknown;
}

/** Reads a file by the schema, its sections by their modules' own too. */
export function draftOf(name: string, file: ConfigFile): Draft {
  const data = withCheaperDefaults(file.data);
  const { values, problems } = parse(environmentSchema, data);
  const checked = moduleData(data)
    .filter((module) => isMap(module.data))
    .map((module) => checkWhole(module, { environment: name, region: values.region ?? "" }));
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
  readonly problems: readonly Problem[];
}

function checkWhole({ data, ...module }: ModuleData, at: { readonly environment: string; readonly region: string }): Checked {
  const { schema, whole, wire } = sectionOf(module.section);
  const given = isMap(data) ? data : {};
  const result = whole.safeParse(wire({ ...at, entry: module.entry ?? "" }, given), { reportInput: true });
  if (result.success) return { module: { ...module, config: result.data }, problems: [] };
  // what the stacks wire is no matter of the file's
  const isOurs = ([first]: Problem["path"]): boolean => first === undefined || String(first) in schema.shape || String(first) in given;
  const ours = problemsIn(result.error, whole).filter(({ path }) => isOurs(path));
  return { problems: ours.map((problem) => ({ ...problem, path: [...module.path, ...problem.path] })) };
}

/** The section's schema and the module's see the same data, and mostly the same problems. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify([problem.path, problem.wrong]), problem]));
  return [...seen.values()];
}
