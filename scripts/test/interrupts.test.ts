import { beforeEach, expect, it } from "vitest";
import { Interrupts } from "../terraform/interrupts.js";

let listeners: (() => void)[];
let exits: number[];
let now: number;
let interrupts: Interrupts;
let received: number[];

/** A child that counts what it gets. */
function child(): { readonly index: number; end(): void } {
  const index = received.push(0) - 1;
  const end = interrupts.add({
    interrupt: () => {
      received[index] = (received[index] ?? 0) + 1;
    },
  });
  return { index, end };
}

function signal(): void {
  listeners[0]?.();
}

beforeEach(() => {
  [listeners, exits, now, received] = [[], [], 100_000, []];
  interrupts = new Interrupts({ on: (_, listener) => listeners.push(listener), exit: (code) => exits.push(code), now: () => now });
});

it("the first signal reaches each child once, and its echoes within a second none", () => {
  child();
  child();
  signal();
  now += 400;
  signal();
  now += 400;
  signal();
  expect(received).toEqual([1, 1]);
});

it("a signal after more than a second is passed on again", () => {
  child();
  signal();
  now += 1001;
  signal();
  expect(received).toEqual([2]);
});

it("a child that has ended gets nothing, and those that run are waited for", () => {
  const first = child();
  child();
  first.end();
  signal();
  expect(received).toEqual([0, 1]);
  expect(exits).toEqual([]);
});

it("without a child the process ends, and one that has not begun is known not to begin", () => {
  interrupts.watch();
  expect(interrupts.interrupted).toBe(false);
  signal();
  expect(exits).toEqual([130]);
  expect(interrupts.interrupted).toBe(true);
});
