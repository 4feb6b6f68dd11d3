import { Template } from "../template.js";

/** The template that a matcher was given. */
export function templateOf(received: unknown): Template {
  if (received instanceof Template) return received;
  throw new Error('expected a template; give what synthesize() returns: "expect(synthesize((stack) => …))"');
}

/** A resource's type, by its name or by the class that makes it. */
export type TypeName = string | { readonly tfResourceType: string };

export function typeName(type: TypeName): string {
  return typeof type === "string" ? type : type.tfResourceType;
}
