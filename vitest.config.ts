import { defineConfig } from "vitest/config";

const folders = "{packages/*,environments,stacks,scripts}/test/**";
const setupFiles = ["@groundplan/testing/setup"];
const slow = { testTimeout: 30 * 60_000, hookTimeout: 30 * 60_000, setupFiles };

/** The tiers: each its own project, told apart by the file's name. */
export default defineConfig({
  test: {
    pool: "forks",
    reporters: ["default"],
    projects: [
      {
        test: {
          name: "quick",
          include: [`${folders}/*.test.ts`],
          exclude: ["**/*.{validate,emulator,full}.test.ts", "**/node_modules/**"],
          // each file in a fork of its own costs ten times as much
          isolate: false,
          // no test is a stopwatch: a loaded machine takes its time
          testTimeout: 60_000,
          setupFiles,
        },
      },
      { test: { name: "validate", include: [`${folders}/*.validate.test.ts`], ...slow } },
      { test: { name: "emulator", include: [`${folders}/*.emulator.test.ts`], ...slow } },
      { test: { name: "full", include: [`${folders}/*.full.test.ts`], ...slow } },
    ],
  },
});
