import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problems } from "./problems.js";

describe("windows", () => {
  const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
  const clock = (minutes: number) => [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const week = 7 * 24 * 60;
  /** Whether two windows share a minute, by looking at each of the week's. */
  const shareAMinute = (backupStart: number, backupLength: number, start: number, length: number) =>
    Array.from({ length }, (_, minute) => (start + minute) % week).some(
      (minute) => (((minute - backupStart) % 1440) + 1440) % 1440 < backupLength,
    );

  it("meet exactly where they share a minute", () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const length = fc.integer({ min: 30, max: 600 });
    fc.assert(
      fc.property(minute, length, fc.integer({ min: 0, max: week - 1 }), length, (backupStart, backupLength, start, maintenanceLength) => {
        const day = (at: number) => days[Math.floor((at % week) / 1440)];
        const end = start + maintenanceLength;
        const told = problems({
          backups: { window: `${clock(backupStart)}-${clock(backupStart + backupLength)}` },
          maintenanceWindow: `${day(start)}:${clock(start % 1440)}-${day(end)}:${clock(end % 1440)}`,
        });
        expect(told.some((problem) => problem.includes("meets"))).toBe(shareAMinute(backupStart, backupLength, start, maintenanceLength));
      }),
    );
  });

  it.each([
    [{ backups: { window: "01:00-01:29" } }, "backups.window: is shorter than 30 minutes; give at least that much"],
    [{ maintenanceWindow: "sun:03:00-sun:03:29" }, "maintenanceWindow: is shorter than 30 minutes; give at least that much"],
    [{ maintenanceWindow: "sun:03:00-tue:03:00" }, "maintenanceWindow: is longer than a day; give a day at most"],
  ])("%j is told", (data, problem) => {
    expect(problems(data)).toContain(problem);
  });
});
