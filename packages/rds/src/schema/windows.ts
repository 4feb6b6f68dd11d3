import { structural } from "@groundplan/core/schema";
import { z } from "zod";

const days: readonly string[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const time = "([01]\\d|2[0-3]):[0-5]\\d";
const day = `(${days.join("|")})`;

/** Each day, in UTC. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupWindow.html */
export const backupWindow = () =>
  structural(
    z.string().regex(new RegExp(`^${time}-${time}$`), 'is no window; give one in UTC such as "01:00-02:00"'),
    "it must not meet the maintenance window",
  );

/** Each week, in UTC. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html */
export const maintenanceWindow = () =>
  structural(
    z
      .string()
      .regex(
        new RegExp(`^${day}:${time}-${day}:${time}$`),
        'is no window; give one in UTC such as "sun:03:00-sun:04:00", days in lower case',
      ),
    "it must not meet the backup window",
  );

const minutesOfDay = 24 * 60;
const minutesOfWeek = 7 * minutesOfDay;

/** Minutes of the week, `end` beyond its end where the window goes over Saturday night. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A weekly window. */
export function weeklySpan(window: string): Span {
  const [start = 0, end = 0] = window.split("-").map((moment) => {
    const [name = "", hours = "", minutes = ""] = moment.split(":");
    return days.indexOf(name) * minutesOfDay + Number(hours) * 60 + Number(minutes);
  });
  return { start, end: end > start ? end : end + minutesOfWeek };
}

/** A daily window, on each day of the week. */
export function dailySpans(window: string): readonly Span[] {
  return days.map((name) => {
    const [start = "", end = ""] = window.split("-");
    const { start: from } = weeklySpan(`${name}:${start}-${name}:${end}`);
    const { start: to } = weeklySpan(`${name}:${end}-${name}:${end}`);
    return { start: from, end: to > from ? to : to + minutesOfDay };
  });
}

export function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** Whether two spans share a minute, in this week or over its end. */
export function meet(one: Span, other: Span): boolean {
  return [-minutesOfWeek, 0, minutesOfWeek].some((shift) => one.start + shift < other.end && other.start < one.end + shift);
}
