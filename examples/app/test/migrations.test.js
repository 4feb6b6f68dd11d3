import assert from "node:assert/strict";
import { test } from "node:test";
import { migrate } from "../src/migrations.js";

/** @param {string[]} kept */
const store = (kept) => ({
  done: async () => kept,
  keep: async (/** @type {string} */ name) => {
    kept.push(name);
  },
});
const step = (/** @type {string} */ name, take = async () => undefined) => ({ name, take });

test("steps are taken once, in order", async () => {
  const kept = ["a"];
  assert.deepEqual(await migrate(store(kept), [step("a"), step("b"), step("c")]), ["b", "c"]);
  assert.deepEqual(kept, ["a", "b", "c"]);
});

test("a step that fails stops those after it, and is tried again by the next run", async () => {
  const kept = /** @type {string[]} */ ([]);
  const fails = step("b", async () => {
    throw new Error("no such table");
  });
  await assert.rejects(migrate(store(kept), [step("a"), fails, step("c")]), /no such table/);
  assert.deepEqual(kept, ["a"]);
});
