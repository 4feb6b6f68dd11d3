import type { CrossProblem } from "@groundplan/core/schema";
import type { DatabaseConfig } from "../schema/database.js";
import { dailySpans, lengthOf, meet, weeklySpan } from "../schema/windows.js";

const leastMinutes = 30;

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupWindow.html
export function windowProblems({ maintenanceWindow, backups }: DatabaseConfig): CrossProblem[] {
  const maintenance = weeklySpan(maintenanceWindow);
  const daily = dailySpans(backups.window);
  const short = `is shorter than ${leastMinutes} minutes; give at least that much`;
  const long = "is longer than a day; give a day at most";
  const problem = (path: string[], value: string, message: string): CrossProblem => ({ path, value, message });
  return [
    ...(lengthOf(maintenance) < leastMinutes ? [problem(["maintenanceWindow"], maintenanceWindow, short)] : []),
    ...(lengthOf(maintenance) > 24 * 60 ? [problem(["maintenanceWindow"], maintenanceWindow, long)] : []),
    ...(daily.some((span) => lengthOf(span) < leastMinutes) ? [problem(["backups", "window"], backups.window, short)] : []),
    ...(daily.some((span) => meet(span, maintenance))
      ? [
          problem(
            ["maintenanceWindow"],
            maintenanceWindow,
            `meets "backups.window" ${backups.window}, and RDS refuses that; give another time`,
          ),
        ]
      : []),
  ];
}
