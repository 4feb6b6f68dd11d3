import { z } from "zod";

/** What is wrong between fields. */
export interface CrossProblem {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** `what is wrong; what to do`. */
  readonly message: string;
}

/**
 * A check over several fields. It runs wherever those are sound in themselves, so that all problems are told at once.
 *
 * @example z.strictObject({ min, max }).check(crossCheck(["min", "max"], ({ min, max }) => [min > max && { path: ["min"], … }]))
 */
export function crossCheck<Config extends object>(
  fields: readonly (keyof Config)[],
  problems: (config: Config) => readonly (CrossProblem | false)[],
) {
  return z.core._check<Config>(
    (payload) => {
      const found = problems(payload.value).filter((problem) => problem !== false);
      payload.issues.push(
        ...found.map(({ path, value, message }) => ({ code: "custom" as const, path: [...path], message, input: value, continue: true })),
      );
    },
    { when: ({ value, issues }) => isMap(value) && !issues.some(({ path }) => fields.some((field) => field === path?.[0])) },
  );
}

/** Whether a value can be compared with others: not the text of an interpolation, nor a number that cdktf stands in for. */
export function isKnown(value: unknown): boolean {
  return typeof value === "number" ? value >= 0 : !(typeof value === "string" && value.includes("${"));
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
