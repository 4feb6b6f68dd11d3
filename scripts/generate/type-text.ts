import { branchesOf, defaultText, type JsonSchema, rangeText } from "./json-schema.js";

/**
 * A schema as a TypeScript type, deep readonly, with its documentation.
 *
 * @throws {Error} where it has what cannot be written as a type here, with the place
 */
export function typeText(schema: JsonSchema, place: string, depth = 0): string {
  if (schema.$ref !== undefined) throw new Error(`${place} refers to itself or to another schema, which props cannot; write it out`);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const branches = branchesOf(schema);
  if (branches.length > 1) return [...new Set(branches.map((branch) => typeText(branch, place, depth)))].join(" | ");
  return ofType(branches[0] ?? schema, place, depth);
}

function ofType(schema: JsonSchema, place: string, depth: number): string {
  switch (schema.type) {
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "array":
      return listText(schema, place, depth);
    case "object":
      return schema.properties === undefined ? recordText(schema, place, depth) : bodyText(schema, place, depth);
    default:
      return anythingText(schema, place);
  }
}

function anythingText(schema: JsonSchema, place: string): string {
  const untold = Object.keys(schema).filter((key) => !["description", "default"].includes(key));
  if (untold.length === 0) return "unknown";
  throw new Error(`${place} has "${untold.join('", "')}", which has no type here; teach scripts/generate/type-text.ts`);
}

/** The properties of an object, in braces. */
export function bodyText(schema: JsonSchema, place: string, depth: number): string {
  const indent = "  ".repeat(depth + 1);
  const lines = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const isRequired = schema.required?.includes(key) === true;
    const type = typeText(property, `${place}.${key}`, depth + 1);
    const name = /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
    const signature = isRequired ? `readonly ${name}: ${type};` : `readonly ${name}?: ${type} | undefined;`;
    return [...commentLines(property), ...[signature]].map((line) => `${indent}${line}`);
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

/** What an editor shows: the description, the range, the default. */
function commentLines(schema: JsonSchema): string[] {
  const range = rangeText(schema);
  const standard = defaultText(schema);
  const sentences = [
    ...(schema.description === undefined ? [] : [schema.description.replaceAll("*/", "*\\/")]),
    ...(range === "" ? [] : [`${range[0]?.toUpperCase()}${range.slice(1)}.`]),
    ...(standard === undefined ? [] : [`@default ${standard}`]),
  ];
  return sentences.length === 0 ? [] : [`/** ${sentences.join(" ")} */`];
}

function listText(schema: JsonSchema, place: string, depth: number): string {
  const { items } = schema;
  if (!isTuple(items)) return `readonly ${inParentheses(typeText(items ?? {}, `${place}[]`, depth))}[]`;
  const rest =
    typeof schema.additionalItems !== "object" ? [] : [`...${inParentheses(typeText(schema.additionalItems, `${place}[]`, depth))}[]`];
  return `readonly [${[...items.map((item, index) => typeText(item, `${place}[${index}]`, depth)), ...rest].join(", ")}]`;
}

function isTuple(items: JsonSchema["items"]): items is readonly JsonSchema[] {
  return Array.isArray(items);
}

/** A map of entries: keys of any name, or of a fixed set, all of them or some. */
function recordText(schema: JsonSchema, place: string, depth: number): string {
  const values = typeof schema.additionalProperties === "object" ? typeText(schema.additionalProperties, `${place}.*`, depth) : "unknown";
  const keys = schema.propertyNames?.enum;
  if (keys === undefined) return `{ readonly [name: string]: ${values} }`;
  const entries = keys.map((key) => {
    const isRequired = schema.required?.includes(String(key)) === true;
    return `readonly ${JSON.stringify(key)}${isRequired ? `: ${values}` : `?: ${values} | undefined`}`;
  });
  return `{ ${entries.join("; ")} }`;
}

function inParentheses(type: string): string {
  return /[|&]|^readonly /.test(type) && !type.startsWith("{") ? `(${type})` : type;
}
