import {
  App,
  DefaultTokenResolver,
  StringConcat,
  TerraformDataSource,
  type TerraformElement,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
  Token,
  Tokenization,
} from "cdktf";
import type { Construct } from "constructs";

/** A stack as someone would have written it with the provider's classes alone: each with its configuration. */
export interface PlainStack {
  readonly elements: readonly PlainElement[];
  /** what stands in the JSON beside them: backend, remote states */
  readonly rest: readonly (readonly [path: string, value: unknown])[];
}

interface PlainElement {
  readonly make: new (scope: Construct, id: string, config: never) => TerraformElement;
  readonly id: string;
  /** the name in its address, where it has one of its own */
  readonly name: string | undefined;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Reads from a stack that was built what each of its resources was configured with. */
export function readPlainStack(stack: TerraformStack): PlainStack {
  const elements = stack.node.findAll().filter(isPlain);
  return {
    elements: elements.map((element) => ({ make: constructorOf(element), ...idOf(element), config: configOf(stack, element) })),
    rest: restOf(stack),
  };
}

/** Builds the stacks again, and synthesizes them. */
export function synthesizePlain(stacks: readonly PlainStack[], outdir: string): void {
  const app = new App({ outdir, stackTraces: false });
  for (const [index, stack] of stacks.entries()) buildPlain(new TerraformStack(app, `plain-${index}`), stack);
  app.synth();
}

function buildPlain(stack: TerraformStack, { elements, rest }: PlainStack): void {
  for (const [path, value] of rest) stack.addOverride(path, value);
  const made = new Map<string, TerraformElement>();
  for (const { make, id, name, config } of elements) {
    const element = new make(stack, id, withReferences(config, made) as never) as Configured;
    if (name !== undefined) element.overrideLogicalId(name);
    made.set(nameOf(element), element);
  }
}

type Configured = TerraformResource | TerraformDataSource | TerraformProvider | TerraformOutput;

function isPlain(construct: unknown): construct is Configured {
  return (
    TerraformResource.isTerraformResource(construct) ||
    TerraformDataSource.isTerraformDataSource(construct) ||
    TerraformProvider.isTerraformProvider(construct) ||
    TerraformOutput.isTerraformOutput(construct)
  );
}

const constructorOf = (element: Configured) => element.constructor as PlainElement["make"];

/** Two resources of one stack may have one name, if they are of two types. */
function idOf(element: Configured): Pick<PlainElement, "id" | "name"> {
  const name = element.friendlyUniqueId;
  if (!TerraformResource.isTerraformResource(element) && !TerraformDataSource.isTerraformDataSource(element))
    return { id: name, name: undefined };
  return { id: `${element.terraformResourceType}-${name}`, name };
}

function configOf(stack: TerraformStack, element: Configured): Record<string, unknown> {
  if (TerraformOutput.isTerraformOutput(element))
    return { staticId: true, value: known(stack, element.value), ...(element.sensitive ? { sensitive: true } : {}) };
  const inputs = inputsOf(element).flatMap(([name, value]) => (value === undefined ? [] : [[name, known(stack, value)] as const]));
  return { ...Object.fromEntries(inputs), ...metaOf(stack, element) };
}

/** The provider's classes give back what they were configured with: `cidrBlock` as `cidrBlockInput`. */
function inputsOf(element: Configured): [string, unknown][] {
  const prototype = Object.getPrototypeOf(element) as object;
  return Object.getOwnPropertyNames(prototype)
    .filter((name) => name.endsWith("Input"))
    .map((name) => [name.slice(0, -"Input".length), (element as unknown as Record<string, unknown>)[name]]);
}

function metaOf(stack: TerraformStack, element: Configured): Record<string, unknown> {
  if (TerraformProvider.isTerraformProvider(element)) return element.alias === undefined ? {} : { alias: element.alias };
  const { dependsOn, lifecycle, provider } = element as TerraformResource;
  return {
    ...(dependsOn === undefined ? {} : { dependsOn: dependsOn.map((fqn) => ({ fqn: resolve(stack, fqn) })) }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(provider === undefined ? {} : { provider: new Reference(nameOf(provider)) }),
  };
}

/** As an expression names it: `aws_vpc.network`, `data.aws_region.current`; a provider `aws`, or `aws.edge`. */
function nameOf(element: Configured): string {
  if (TerraformProvider.isTerraformProvider(element)) return element.fqn;
  if (TerraformOutput.isTerraformOutput(element)) return element.friendlyUniqueId;
  const name = `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  return TerraformDataSource.isTerraformDataSource(element) ? `data.${name}` : name;
}

/** In place of an element of the stack that was read, or of a value that it gives. */
class Reference {
  constructor(
    readonly expression: string,
    readonly as: "element" | "string" | "number" | "list" | "any" = "element",
  ) {}
}

/** Tokens belong to the stack that was read; Terraform's own words for them do not. */
function known(stack: TerraformStack, value: unknown): unknown {
  if (Tokenization.isResolvable(value)) return reference(resolve(stack, value), "any");
  if (typeof value === "string" && Token.isUnresolved(value)) return reference(resolve(stack, value), "string");
  if (typeof value === "number" && Token.isUnresolved(value)) return reference(resolve(stack, value), "number");
  if (Array.isArray(value))
    return Token.isUnresolved(value) ? reference(resolve(stack, value), "list") : value.map((item) => known(stack, item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, known(stack, item)]));
}

function resolve(scope: TerraformStack, value: unknown): unknown {
  return Tokenization.resolve(value, { scope, preparing: false, resolver: new DefaultTokenResolver(new StringConcat()) });
}

function reference(resolved: unknown, as: Reference["as"]): unknown {
  return typeof resolved === "string" ? new Reference(resolved, as) : resolved;
}

const attribute = /\$\{((?:data\.)?\w+\.[\w-]+)\.(\w+)\}/g;

/** The configuration as one writes it: an attribute of a resource is that resource's, and so is a token. */
function withReferences(value: unknown, made: ReadonlyMap<string, TerraformElement>): unknown {
  if (value instanceof Reference) return tokenOf(value, made);
  if (Array.isArray(value)) return value.map((item) => withReferences(item, made));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withReferences(item, made)]));
}

function tokenOf({ expression, as }: Reference, made: ReadonlyMap<string, TerraformElement>): unknown {
  if (as === "element") return made.get(expression);
  const text = expression.replace(attribute, (whole, fqn: string, name: string) => {
    const element = made.get(fqn);
    return element instanceof TerraformResource || element instanceof TerraformDataSource ? element.getStringAttribute(name) : whole;
  });
  if (as === "number") return Token.asNumber(text);
  if (as === "list") return Token.asList(text);
  return as === "any" ? Token.asAny(text) : text;
}

function restOf(stack: TerraformStack): [string, unknown][] {
  const { terraform, data } = stack.toTerraform() as {
    terraform?: { backend?: unknown };
    data?: { terraform_remote_state?: unknown };
  };
  return [
    ["terraform.backend", terraform?.backend] as [string, unknown],
    ["data.terraform_remote_state", data?.terraform_remote_state] as [string, unknown],
  ].filter(([, value]) => value !== undefined);
}
