import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { examples } from "./examples.js";

describe("the examples", () => {
  it.each(Object.entries(examples))("%s keeps its addresses", (name, example) => {
    expect(synthesize((stack) => void example(stack))).toHaveAddresses(`golden/${name}.txt`);
  });
});
