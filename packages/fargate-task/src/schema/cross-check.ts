import { z } from "zod";

/** What is wrong between fields. */
export interface CrossProblem {
  readonly path: readonly (string | number)[];
  /** What was given; `undefined` where it must not be shown. */
  readonly value: unknown;
  /** `what is wrong; what to do`. */
  readonly message: string;
}

/** A check over several fields. It runs wherever those fields are sound in themselves, so that all problems are told at once. */
export function crossCheck<T extends object>(fields: readonly (keyof T)[], problems: (value: T) => readonly CrossProblem[]) {
  return z.core._check<T>(
    (payload) => {
      const issues = problems(payload.value).map(({ path, value, message }) => ({
        code: "custom" as const,
        path: [...path],
        message,
        input: value,
        continue: true,
      }));
      payload.issues.push(...issues);
    },
    {
      when: ({ value, issues }) =>
        typeof value === "object" && value !== null && !issues.some(({ path }) => fields.some((field) => field === path?.[0])),
    },
  );
}
