import { expect, test } from "vitest";
import { z } from "zod";
import { crossCheck, isKnown } from "../src/schema/index.js";

interface Bounds {
  readonly min: number;
  readonly max: number;
}

const bounds = z
  .strictObject({ min: z.number(), max: z.number(), name: z.string() })
  .check(
    crossCheck<Bounds>(["min", "max"], ({ min, max }) => [min > max && { path: ["min"], value: min, message: "is over max; give less" }]),
  );

const told = (value: unknown) => bounds.safeParse(value).error?.issues.map(({ path, message }) => [path.join("."), message]);

test("fields are held against each other, with the place that is to change", () => {
  expect(told({ min: 2, max: 1, name: "a" })).toEqual([["min", "is over max; give less"]]);
  expect(told({ min: 1, max: 2, name: "a" })).toBeUndefined();
});

test("another field's fault, and an unknown one, hide nothing", () => {
  expect(told({ min: 2, max: 1, name: 1, more: 1 })?.map(([path]) => path)).toEqual(["name", "", "min"]);
});

test("what is wrong in itself is not compared", () => {
  expect(told({ min: "2", max: 1, name: "a" })?.map(([path]) => path)).toEqual(["min"]);
  for (const none of [[], "text", null, undefined]) expect(told(none)).toHaveLength(1);
});

test("an interpolation, and a number that stands in for one, are not known", () => {
  expect([1, 0, "a", true, undefined].every(isKnown)).toBe(true);
  expect([-8.1e298, "${aws_vpc.a.id}"].some(isKnown)).toBe(false);
});
