import { type IamStatement, iamStatementsOf } from "./iam-statements.js";
import { type Blocks, type Move, type ResourceBody, type StackJson, withoutMetadata } from "./stack-json.js";

/** What a stack was synthesized to. */
export class Template {
  readonly json: StackJson;

  constructor(json: StackJson) {
    this.json = withoutMetadata(json);
  }

  /** The addresses of everything in it, sorted; data sources begin with `data.`. */
  get addresses(): readonly string[] {
    return [...addressesIn(this.json.resource, ""), ...addressesIn(this.json.data, "data.")].sort();
  }

  /** All resources of a type, by name. None is no error. */
  resources(type: string): Readonly<Record<string, ResourceBody>> {
    return this.json.resource?.[type] ?? {};
  }

  /**
   * The resource of a type and name; without a name, the only one of its type.
   *
   * @throws {Error} naming what there is, where there is no such resource, or more than one
   */
  resource(type: string, name?: string): ResourceBody {
    return theOne("resource", this.resources(type), type, name, this.addresses);
  }

  /** All data sources of a type, by name. */
  dataSources(type: string): Readonly<Record<string, ResourceBody>> {
    return this.json.data?.[type] ?? {};
  }

  /** The data source of a type and name; without a name, the only one of its type. */
  dataSource(type: string, name?: string): ResourceBody {
    return theOne("data source", this.dataSources(type), type, name, this.addresses);
  }

  /** What stands at an address, if anything does. */
  at(address: string): ResourceBody | undefined {
    const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
    const blocks = address.startsWith("data.") ? this.dataSources(type) : this.resources(type);
    return blocks[name];
  }

  /** Output blocks by name: `{ value, sensitive?, description? }`. */
  get outputs(): Readonly<Record<string, ResourceBody>> {
    return this.json.output ?? {};
  }

  /** The configurations of a provider: its default one and those with an alias. */
  providers(type: string): readonly ResourceBody[] {
    return this.json.provider?.[type] ?? [];
  }

  get moved(): readonly Move[] {
    return this.json.moved ?? [];
  }

  /** The addresses that `removed` blocks take out of the state. */
  get removed(): readonly string[] {
    return (this.json.removed ?? []).map(({ from }) => from);
  }

  /**
   * Every statement of every IAM and resource policy in the template, as AWS writes it.
   *
   * @throws {Error} where a policy is made by Terraform's own `jsonencode`, and cannot be read at synth
   */
  iamStatements(): readonly IamStatement[] {
    return this.addresses.flatMap((address) => iamStatementsOf(address, this.at(address) ?? {}));
  }
}

function addressesIn(blocks: Blocks | undefined, prefix: string): string[] {
  return Object.entries(blocks ?? {}).flatMap(([type, named]) => Object.keys(named).map((name) => `${prefix}${type}.${name}`));
}

function theOne(
  kind: string,
  named: Readonly<Record<string, ResourceBody>>,
  type: string,
  name: string | undefined,
  all: readonly string[],
): ResourceBody {
  const names = Object.keys(named);
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  const body = wanted === undefined ? undefined : named[wanted];
  if (body !== undefined) return body;
  if (names.length === 0) throw new Error(`there is no ${kind} "${type}"; there is ${all.length === 0 ? "nothing" : all.join(", ")}`);
  const there = names.map((one) => `"${one}"`).join(", ");
  if (name === undefined) throw new Error(`there are ${names.length} of "${type}": ${there}; name one of them`);
  throw new Error(`there is no "${type}" named "${name}"; there is ${there}`);
}
