/** Something that the person who asked can mend: a folder, a name, credentials. */
export class InputError extends Error {
  override readonly name: string = "InputError";
}

/** Somebody else publishes the same site at this time. */
export class LockedError extends InputError {
  override readonly name = "LockedError";
}

/** The run was asked to stop, and has. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";

  constructor(done: string) {
    super(`interrupted: ${done}; the same command goes on from there`);
  }
}

// what JavaScript itself throws where code is wrong
const mistakes = [TypeError, ReferenceError, RangeError, SyntaxError];

/** What a failure is told as: one line; a mistake of ours with its stack. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return `a bug in site-publish: it threw ${String(error)}`;
  if (isAnswer(error)) return answerText(error);
  if (!mistakes.some((mistake) => error instanceof mistake)) return error.message;
  return `a bug in site-publish; please report it with this:\n${error.stack ?? error.message}`;
}

/** A failure that AWS answered with, as its SDK throws it. An answer to HEAD has no words: the status is all there is. */
interface AwsAnswer extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };
  readonly $response?: { readonly hostname?: string };
}

function isAnswer(error: Error): error is AwsAnswer {
  return "$metadata" in error && typeof error.$metadata === "object";
}

function answerText(error: AwsAnswer): string {
  const status = error.$metadata.httpStatusCode;
  if (status === undefined) return `AWS was not reached: ${error.message}`;
  const fix = status === 403 ? '; the role needs the statements of the site\'s "publishStatements"' : "";
  return `${error.$response?.hostname ?? "AWS"} answered ${status}, ${error.name}: ${error.message}${fix}`;
}

/** The status that AWS answered with; undefined where it was something else. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error && isAnswer(error) ? error.$metadata.httpStatusCode : undefined;
}
