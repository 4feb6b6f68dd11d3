import type { ResourceBody } from "../stack-json.js";
import { contains, difference, type MatcherContext, type Verdict } from "./context.js";
import { type TypeName, templateOf, typeName } from "./template-of.js";

export function toHaveResource(this: MatcherContext, received: unknown, type: TypeName, properties: ResourceBody = {}): Verdict {
  const template = templateOf(received);
  const name = typeName(type);
  return anyOf(this, `resource "${name}"`, template.resources(name), { properties, all: template.addresses });
}

export function toHaveDataSource(this: MatcherContext, received: unknown, type: TypeName, properties: ResourceBody = {}): Verdict {
  const template = templateOf(received);
  const name = typeName(type);
  return anyOf(this, `data source "${name}"`, template.dataSources(name), { properties, all: template.addresses });
}

export function toHaveProvider(this: MatcherContext, received: unknown, type: TypeName, properties: ResourceBody = {}): Verdict {
  const template = templateOf(received);
  const name = typeName(type);
  const configurations = Object.fromEntries(template.providers(name).map((one) => [String(one["alias"] ?? "default"), one]));
  return anyOf(this, `provider "${name}"`, configurations, { properties, all: Object.keys(template.json.provider ?? {}) });
}

export function toHaveResourceAt(this: MatcherContext, received: unknown, address: string, properties: ResourceBody = {}): Verdict {
  const template = templateOf(received);
  const body = template.at(address);
  return anyOf(this, address, body === undefined ? {} : { [address]: body }, { properties, all: template.addresses });
}

export function toHaveOutput(this: MatcherContext, received: unknown, name: string, ...value: readonly unknown[]): Verdict {
  const { outputs } = templateOf(received);
  const output = outputs[name];
  const properties = value.length === 0 ? {} : { value: value[0] };
  return anyOf(this, `output "${name}"`, output === undefined ? {} : { [name]: output }, { properties, all: Object.keys(outputs) });
}

function anyOf(
  context: MatcherContext,
  what: string,
  found: Readonly<Record<string, ResourceBody>>,
  { properties, all }: { readonly properties: ResourceBody; readonly all: readonly string[] },
): Verdict {
  const fitting = Object.keys(found).find((name) => contains(context, found[name], properties));
  if (fitting !== undefined)
    return { pass: true, message: () => `expected no ${what} with ${JSON.stringify(properties)}, but "${fitting}" is one` };
  const none = Object.keys(found).length === 0;
  const there = none
    ? `there is ${all.length === 0 ? "nothing" : all.join(", ")}`
    : Object.entries(found)
        .map(([name, body]) => `"${name}" differs:\n${difference(context, body, properties)}`)
        .join("\n");
  return { pass: false, message: () => `expected ${what}${none ? "" : " with the given properties"}; ${there}` };
}
