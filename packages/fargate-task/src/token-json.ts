import { Fn, Token } from "cdktf";

/**
 * JSON in which tokens stand as Terraform expressions: `JSON.stringify` would write a number that is not known yet as a number,
 * and a text with a quotation mark in it would break the document at apply. Without tokens it is plain JSON.
 */
export function tokenJson(value: unknown): string {
  const mark = "\u0001";
  const marked = JSON.stringify(value, (_key, one: unknown) => {
    // a text, a number, or a list of which not even the length is known
    if (typeof one !== "string" && typeof one !== "number" && !Array.isArray(one)) return one;
    return Token.isUnresolved(one) ? `${mark}${Token.asString(Fn.jsonencode(one))}${mark}` : one;
  });
  const written = JSON.stringify(mark).slice(1, -1);
  return marked.replaceAll(`"${written}`, "").replaceAll(`${written}"`, "");
}

/** A number as text, one that is not known yet too. */
export function numberText(value: number): string {
  return Token.isUnresolved(value) ? Token.asString(value) : `${value}`;
}
