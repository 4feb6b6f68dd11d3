import { describe, expect, it } from "vitest";
import { isTimezone, scheduleProblem } from "../src/schema/schedule-expression.js";

describe("a schedule", () => {
  it.each([
    "cron(0 3 * * ? *)",
    "cron(*/15 8-18 ? * MON-FRI *)",
    "cron(0 9 ? * 2#1 *)",
    "cron(0 0 L * ? *)",
    "cron(0 0 ? * 6L *)",
    "cron(0 0 15W * ? *)",
    "cron(30 4 1,15 JAN,JUL ? 2026-2030)",
    "rate(1 minute)",
    "rate(5 minutes)",
    "rate(1 day)",
    "at(2030-01-31T03:00:00)",
  ])("may be %s", (expression) => {
    expect(scheduleProblem(expression)).toBeUndefined();
  });

  it.each([
    ["0 3 * * *", "is no schedule"],
    ["cron(0 3 * * *)", "has 5 fields, and cron here has six"],
    ["cron(60 3 * * ? *)", 'has "60" for minutes; give 0 to 59'],
    ["cron(0 24 * * ? *)", 'has "24" for hours'],
    ["cron(0 3 ? * 8 *)", 'has "8" for day of week; give 1 to 7'],
    ["cron(0 3 ? FOO * *)", 'has "FOO" for month'],
    ["cron(*/0 3 * * ? *)", 'has "*/0" for minutes'],
    ["cron(? 3 * * ? *)", 'has "?" for minutes'],
    ["cron(0 3 * * * *)", 'names day of month and day of week, or neither; give "?" for one of them'],
    ["cron(0 3 ? * ? *)", 'names day of month and day of week, or neither; give "?" for one of them'],
    ["rate(0 minutes)", "is no rate"],
    ["rate(1 minutes)", 'has a unit that does not go with 1; give "rate(1 minute)"'],
    ["rate(5 minute)", 'has a unit that does not go with 5; give "rate(5 minutes)"'],
    ["rate(5 weeks)", "is no rate"],
    ["at(2030-02-31)", "is no point in time"],
    ["at(2030-13-01T00:00:00)", "is no point in time"],
  ])("may not be %s", (expression, problem) => {
    expect(scheduleProblem(expression)).toContain(problem);
  });
});

describe("a time zone", () => {
  it.each([
    ["Europe/Berlin", true],
    ["UTC", true],
    ["Europe/Berlinn", false],
    ["", false],
  ])("%j is one: %s", (name, is) => {
    expect(isTimezone(name)).toBe(is);
  });
});
