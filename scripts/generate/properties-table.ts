import { branchesOf, defaultText, type JsonSchema, rangeText } from "./json-schema.js";
import type { ClassSchema } from "./module-schemas.js";

const end = "<!-- /properties -->";

/**
 * A README with its tables of properties made anew: one for each class, named where there are several.
 *
 * @throws {Error} where the README has no place for one
 */
export function withPropertiesTables(readme: string, classes: readonly ClassSchema[], file: string): string {
  return classes.reduce((text, { className, jsonSchema }) => {
    const start = classes.length === 1 ? "<!-- properties -->" : `<!-- properties ${className} -->`;
    return withTable(text, { start, schema: jsonSchema, file });
  }, readme);
}

interface Table {
  readonly start: string;
  readonly schema: JsonSchema;
  readonly file: string;
}

function withTable(readme: string, { start, schema, file }: Table): string {
  const from = readme.indexOf(start);
  const to = readme.indexOf(end, from);
  if (from < 0 || to < from) throw new Error(`${file} has no place for its properties; add the lines "${start}" and "${end}"`);
  return `${readme.slice(0, from + start.length)}\n${propertiesTable(schema)}\n${readme.slice(to)}`;
}

function propertiesTable(schema: JsonSchema): string {
  const rows = rowsOf(schema, "").map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`,
  );
  return ["| property | type | default | |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** A row for each property, and one for each of what is nested in it: `routes[].cidr`, `tiers.<name>.slot`. */
function rowsOf(schema: JsonSchema, prefix: string): string[][] {
  return branchesOf(schema).flatMap((branch) => {
    const own = Object.entries(branch.properties ?? {}).flatMap(([key, property]) => {
      const isRequired = branch.required?.includes(key) === true;
      return [row(`${prefix}${key}`, property, isRequired), ...rowsOf(property, `${prefix}${key}.`)];
    });
    return [...own, ...entryRows(branch, prefix)];
  });
}

function entryRows({ items, additionalProperties }: JsonSchema, prefix: string): string[][] {
  const path = prefix.slice(0, -1);
  const lists = items === undefined ? [] : [items].flat();
  const values = typeof additionalProperties === "object" ? [additionalProperties] : [];
  return [...lists.flatMap((item) => rowsOf(item, `${path}[].`)), ...values.flatMap((value) => rowsOf(value, `${path}.<name>.`))];
}

function row(path: string, schema: JsonSchema, isRequired: boolean): string[] {
  const standard = defaultText(schema);
  const given = standard === undefined ? "" : `\`${standard}\``;
  return [`\`${path}\``, typeWords(schema), isRequired ? "required" : given, schema.description ?? ""];
}

function typeWords(schema: JsonSchema): string {
  const words = branchesOf(schema).map((branch) => {
    if (branch.const !== undefined) return `\`${JSON.stringify(branch.const)}\``;
    if (branch.enum !== undefined) return branch.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
    if (branch.type === "array") return `list of ${[branch.items ?? {}].flat().map(typeWords).join(", ")}`;
    if (branch.type === "object") return branch.properties === undefined ? `map of ${entryWords(branch)}` : "object";
    return [branch.type === "integer" ? "whole number" : (branch.type ?? "anything"), rangeText(branch)]
      .filter((word) => word !== "")
      .join(", ");
  });
  return [...new Set(words)].join(" or ");
}

function entryWords({ additionalProperties }: JsonSchema): string {
  return typeof additionalProperties === "object" ? typeWords(additionalProperties) : "anything";
}
