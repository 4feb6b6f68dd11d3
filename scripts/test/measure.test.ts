import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { median, medianSeconds } from "../bench/measure.js";

it("the median is the middle one, or between the middle two", () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([])).toBeNaN();
});

it("runs take turns, and the first round is not counted", async () => {
  const order: string[] = [];
  let first = true;
  const slowAtFirst = async () => {
    order.push("a");
    await sleep(first ? 80 : 1);
    first = false;
  };
  const { a, b } = await medianSeconds({ a: slowAtFirst, b: async () => order.push("b") }, 2);
  expect(order).toEqual(["a", "b", "a", "b", "a", "b"]);
  expect(a).toBeLessThan(0.07);
  expect(b).toBeLessThan(0.07);
});
