import { InputError } from "../failure.js";

interface Body {
  lifecycle?: { prevent_destroy?: boolean };
  [attribute: string]: unknown;
}

interface StackJson {
  resource?: Record<string, Record<string, Body>>;
}

/** AWS's own words for the same, by attribute: they have to be off before AWS deletes anything. */
const awsProtection = ["deletion_protection", "deletion_protection_enabled", "enable_deletion_protection"];

/** A stack's JSON without the protection of the named resources. Those that AWS protects too need an apply before the destroy. */
export function withoutProtection(json: string, addresses: readonly string[]): { readonly json: string; readonly applyFirst: boolean } {
  const stack = JSON.parse(json) as StackJson;
  let applyFirst = false;
  for (const address of addresses) {
    const [type = "", name = ""] = address.replace(/\[.*$/, "").split(".");
    const body = stack.resource?.[type]?.[name];
    if (body === undefined)
      throw new InputError(`--unprotect "${address}" is no resource of this orphan; it has ${protectedIn(stack).join(", ")}`);
    if (body.lifecycle !== undefined) delete body.lifecycle.prevent_destroy;
    for (const attribute of awsProtection.filter((attribute) => body[attribute] === true)) {
      body[attribute] = false;
      applyFirst = true;
    }
  }
  return { json: JSON.stringify(stack, undefined, 2), applyFirst };
}

/** The addresses that a stack's JSON protects. */
function protectedIn({ resource = {} }: StackJson): string[] {
  const found = Object.entries(resource).flatMap(([type, byName]) =>
    Object.entries(byName).flatMap(([name, body]) => (body.lifecycle?.prevent_destroy === true ? [`${type}.${name}`] : [])),
  );
  return found.length > 0 ? found : ["none that is protected"];
}

export function hasResource(json: string, address: string): boolean {
  const [type = "", name = ""] = address.replace(/\[.*$/, "").split(".");
  return (JSON.parse(json) as StackJson).resource?.[type]?.[name] !== undefined;
}
