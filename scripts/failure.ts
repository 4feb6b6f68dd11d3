/** Something that the person who asked can mend: a name, a file, credentials. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** A program that we ran has failed: its own last words are in the message. */
export class ToolError extends Error {
  override readonly name = "ToolError";

  constructor(
    what: string,
    readonly lastLines: readonly string[],
    readonly logFile?: string,
  ) {
    super([what, ...lastLines.map((line) => `  ${line}`), ...(logFile === undefined ? [] : [`  the whole log: ${logFile}`])].join("\n"));
  }
}

/** The run was asked to stop, and has. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";

  constructor() {
    super("interrupted; what was done so far is in the state, and the same command goes on from there");
  }
}

// what JavaScript itself throws where code is wrong
const mistakes = [TypeError, ReferenceError, RangeError, SyntaxError];

/** What a failure is told as: bad input and a tool's failure by their message; a mistake of ours with its stack. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return `a bug in groundplan: it threw ${String(error)}`;
  if (isAnswer(error))
    return `${error.$response?.hostname ?? "AWS"} answered ${error.$metadata.httpStatusCode ?? "nothing"}, ${error.name}: ${error.message}`;
  if (!mistakes.some((mistake) => error instanceof mistake)) return error.message;
  return `a bug in groundplan; please report it with this:\n${error.stack ?? error.message}`;
}

/** A failure that AWS answered with, as its SDK throws it. An answer to HEAD has no words: the status is all there is. */
interface AwsAnswer extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };
  readonly $response?: { readonly hostname?: string };
}

function isAnswer(error: Error): error is AwsAnswer {
  return "$metadata" in error && typeof error.$metadata === "object";
}
