import { expect, it } from "vitest";
import { inOrder, waves } from "../run/order.js";

const step = (id: string, ...after: string[]) => ({ id, item: id, after });

it("waves hold those that come after none of the others first; what is not among them counts as done", () => {
  expect(waves([step("top", "middle", "base"), step("middle", "base"), step("base", "elsewhere"), step("alone")])).toEqual([
    ["base", "alone"],
    ["middle"],
    ["top"],
  ]);
});

it("a circle is told by its names", () => {
  expect(() => waves([step("a", "b"), step("b", "a"), step("c")])).toThrow("stacks wait for each other in a circle: a, b; break it");
});

it("each step begins after those before it, and gets their results", async () => {
  const begun: string[] = [];
  const results = await inOrder(
    [step("top", "left", "right"), step("left", "base"), step("right", "base"), step("base")],
    4,
    async (id, before) => {
      begun.push(id);
      return `${id}(${before.join(" ")})`;
    },
  );
  expect(begun).toEqual(["base", "left", "right", "top"]);
  expect(results[0]).toBe("top(left(base()) right(base()))");
});

it("no more than the limit run at once, and waiting for another takes no place", async () => {
  let running = 0;
  let most = 0;
  const steps = [step("z", "y"), step("y", "x"), step("x"), ...["a", "b", "c", "d"].map((id) => step(id))];
  await inOrder(steps, 2, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
  });
  expect(most).toBe(2);
});

it("one that throws does not cut off the others: they end before the error is told", async () => {
  const ended: string[] = [];
  const work = inOrder([step("bad"), step("slow")], 2, async (id) => {
    if (id === "bad") throw new Error("bad went wrong");
    await new Promise((resolve) => setTimeout(resolve, 20));
    ended.push(id);
  });
  await expect(work).rejects.toThrow("bad went wrong");
  expect(ended).toEqual(["slow"]);
});
