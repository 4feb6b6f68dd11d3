/**
 * Runs an app's synth without the call stack that cdktf notes for every token, which takes a third of the time, and with source maps
 * two thirds. An app that fails is run again with them, as the error tells where the token was made.
 */
export function quickly<T>(synth: () => T): T {
  try {
    return withoutCreationStacks(synth);
  } catch {
    return synth();
  }
}

function withoutCreationStacks<T>(work: () => T): T {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = () => {};
  try {
    return work();
  } finally {
    Error.captureStackTrace = capture;
  }
}
