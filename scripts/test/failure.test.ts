import { describe, expect, it } from "vitest";
import { failureText, InputError } from "../failure.js";

describe("a failure", () => {
  it("of the input is told by its message alone", () => {
    expect(failureText(new InputError('"prood" is no environment'))).toBe('"prood" is no environment');
  });

  it("that AWS answered with has its status, even where the answer had no words", () => {
    const answer = Object.assign(new Error("UnknownError"), {
      name: "Unknown",
      $metadata: { httpStatusCode: 501 },
      $response: { hostname: "localhost" },
    });
    expect(failureText(answer)).toBe("localhost answered 501, Unknown: UnknownError");
  });

  it("that is a mistake of ours has its stack", () => {
    expect(failureText(new TypeError("x is not a function"))).toMatch(/^a bug in groundplan; .*\nTypeError: x is not a function\n {4}at /);
  });
});
