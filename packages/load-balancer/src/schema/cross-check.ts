import { z } from "zod";

/** What is wrong between fields. */
export interface CrossProblem {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** `what is wrong; what to do`. */
  readonly message: string;
}

/** A check over several fields. It runs wherever those are sound in themselves, so that all problems are told at once. */
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
    {
      when: ({ value, issues }) =>
        typeof value === "object" && value !== null && !issues.some(({ path }) => fields.some((field) => field === path?.[0])),
    },
  );
}

/** A value that is not known yet, which none can be compared with: text of an interpolation, or a number that cdktf stands in for. */
export function isKnown(value: unknown): boolean {
  return typeof value === "number" ? value >= 0 : !(typeof value === "string" && value.includes("${"));
}
