/** What vitest and jest alike hand a matcher as `this`. */
export interface MatcherContext {
  readonly isNot?: boolean;
  readonly testPath?: string | undefined;
  readonly equals: (actual: unknown, expected: unknown, testers?: never[]) => boolean;
  readonly utils: {
    readonly diff: (expected: unknown, actual: unknown) => string | null | undefined;
    readonly iterableEquality: unknown;
    readonly subsetEquality: unknown;
  };
}

/** What a matcher answers. */
export interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Whether a value has all that is expected, and maybe more; asymmetric matchers (`expect.any`) count at any depth. */
export function contains(context: MatcherContext, actual: unknown, expected: unknown): boolean {
  return context.equals(actual, expected, [context.utils.iterableEquality, context.utils.subsetEquality] as never[]);
}

/** What is expected beside that part of a value that can be compared with it. */
export function difference(context: MatcherContext, actual: object, expected: object): string {
  const compared = Object.fromEntries(Object.keys(expected).map((key) => [key, Reflect.get(actual, key)]));
  return context.utils.diff(expected, compared) ?? "";
}
