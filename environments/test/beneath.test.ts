import { expect, test } from "vitest";
import { beneath } from "../beneath.js";

test("defaults lie beneath maps at any depth, and lists and single values are the file's alone", () => {
  const defaults = { nat: "single", logs: { days: 7, to: { bucket: "a" } }, azs: ["a"] };
  const given = { logs: { to: { prefix: "x" } }, azs: ["b", "c"], nat: { own: true } };
  expect(beneath(defaults, given)).toEqual({
    nat: { own: true },
    logs: { days: 7, to: { bucket: "a", prefix: "x" } },
    azs: ["b", "c"],
  });
});

test("what is given and is no map hides its default, and what is not given doesn't", () => {
  expect(beneath({ days: 7 }, null)).toBe(null);
  expect(beneath({ days: 7 }, undefined)).toEqual({ days: 7 });
});
