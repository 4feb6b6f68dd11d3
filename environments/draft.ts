import type { Problem } from "@groundplan/core/schema";
import { beneath } from "./beneath.js";
import type { ConfigFile } from "./config-file.js";
import { type EnvironmentConfig, environmentSchema } from "./environment-schema.js";
import { isMap, parse, problemsIn } from "./parse.js";
import { type Section, type SectionName, sectionNames, sections } from "./sections.js";

/** An environment's file while it is checked: what of it is right so far. */
export interface Draft {
  readonly name: string;
  readonly file: ConfigFile;
  /** The file's data, cheaper defaults beneath it where it is not production's. */
  readonly data: unknown;
  readonly values: Partial<EnvironmentConfig>;
  /** Sections that are right as a whole, as their modules see them. */
  readonly modules: Partial<Record<SectionName, unknown>>;
  readonly problems: readonly Problem[];
}

/** Reads a file by the schema, its sections by their modules' own too. */
export function draftOf(name: string, file: ConfigFile): Draft {
  const data = withCheaperDefaults(file.data);
  const { values, problems } = parse(environmentSchema, data);
  const wholes = sectionNames.filter((section) => values[section] !== undefined || isMap(sectionData(data, section)));
  const checked = wholes.map((section) => [section, checkWhole(name, section, data, values.region)] as const);
  return {
    name,
    file,
    data,
    values,
    modules: Object.fromEntries(checked.flatMap(([section, { config }]) => (config === undefined ? [] : [[section, config]]))),
    problems: withoutRepeats([...problems, ...checked.flatMap(([, { problems: more }]) => more)]),
  };
}

/** Cheaper defaults lie beneath the sections of an environment that says it is not production's. */
function withCheaperDefaults(data: unknown): unknown {
  if (!isMap(data) || data["production"] !== false) return data;
  const given = sectionNames.filter((name) => isMap(data[name]) || (name === "keys" && data[name] === undefined));
  return { ...data, ...Object.fromEntries(given.map((name) => [name, beneath(sections[name].nonProduction, sectionData(data, name))])) };
}

function sectionData(data: unknown, section: SectionName): unknown {
  const given = isMap(data) ? data[section] : undefined;
  return given === undefined && section === "keys" ? {} : given;
}

function checkWhole(
  environment: string,
  name: SectionName,
  data: unknown,
  region: string | undefined,
): { readonly config?: unknown; readonly problems: readonly Problem[] } {
  const section: Section = sections[name];
  const wired = section.wire({ environment, region: region ?? "" });
  const result = section.whole.safeParse({ ...(sectionData(data, name) as object), ...wired }, { reportInput: true });
  if (result.success) return { config: result.data, problems: [] };
  const ours = problemsIn(result.error, section.whole).filter(({ path: [first] }) => !(String(first) in wired));
  return { problems: ours.map((problem) => ({ ...problem, path: [name, ...problem.path] })) };
}

/** The section's schema and the module's see the same data, and mostly the same problems. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify([problem.path, problem.wrong]), problem]));
  return [...seen.values()];
}
