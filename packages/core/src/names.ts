import { createHash } from "node:crypto";
import { type NamedType, type NameLimit, nameLimits } from "./name-limits.js";

/** Length of the tail that tells cut names apart. */
const tailLength = 6;

/**
 * A name for an AWS resource: the parts, joined by `-`, within what AWS lets that resource be called.
 * One too long is cut, and ends in a hash of the whole: the same parts give the same name, always.
 *
 * @example awsName("aws_lb", "shop", "prod", "ingress") // shop-prod-ingress
 * @throws {Error} where a part has a character that AWS does not take there, or nothing is left
 */
export function awsName(type: NamedType, ...parts: readonly string[]): string {
  const limit: NameLimit = nameLimits[type];
  const whole = parts.filter((part) => part !== "").join("-");
  const name = limit.lowerCase === true ? whole.toLowerCase() : whole;
  if (name === "") throw new Error(`a name for ${type} needs a part; give the project's, the environment's or the component's`);
  const wrong = [...name].find((character) => !new RegExp(`^[${limit.characters}]$`).test(character));
  if (wrong !== undefined)
    throw new Error(`"${name}" has ${JSON.stringify(wrong)}, which ${type} does not take; give characters of [${limit.characters}]`);
  return name.length <= limit.most ? name : cut(name, limit.most);
}

/** A name cut to the most characters it may have, with a hash of the whole at its end. */
function cut(name: string, most: number): string {
  const tail = createHash("sha256").update(name).digest("hex").slice(0, tailLength);
  return `${name.slice(0, most - tailLength - 1).replace(/[-_.]+$/, "")}-${tail}`;
}
