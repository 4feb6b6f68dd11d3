import { z } from "zod";
import type { NetworkConfig } from "../schema/network.js";

/** What is wrong between fields. */
export interface CrossProblem {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  /** `what is wrong; what to do`. */
  readonly message: string;
}

/** A check over several fields. It runs wherever those fields are sound in themselves, so that all problems are told at once. */
export function crossCheck(fields: readonly (keyof NetworkConfig)[], problems: (config: NetworkConfig) => readonly CrossProblem[]) {
  return z.core._check<NetworkConfig>(
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
    { when: ({ value, issues }) => isObject(value) && !issues.some(({ path }) => fields.some((field) => field === path?.[0])) },
  );
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
