import { expect, test } from "vitest";
import { quickly } from "../creation-stacks.js";

/** What cdktf notes for a token. */
function creationStack(): string {
  const object = { stack: "" };
  Error.captureStackTrace(object);
  return object.stack;
}

test("a synth notes no creation stacks, and afterwards everyone has them again", () => {
  expect(quickly(creationStack)).toBe("");
  expect(creationStack()).toContain("creation-stacks.test");
});

test("one that fails is run again with them, and throws what it then throws", () => {
  expect(() =>
    quickly(() => {
      throw new Error(`made ${creationStack()}`);
    }),
  ).toThrow("creation-stacks.test");
});
