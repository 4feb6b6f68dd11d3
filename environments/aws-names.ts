import type { z } from "zod";
import type { ModuleData } from "./module-data.js";
import type { DataProblem } from "./problem.js";

/** What the stacks call a section's things in AWS is made of names that stand elsewhere: it may be too long, though each of them is right. */
export function awsNameProblems(
  { path, entry }: Omit<ModuleData, "data">,
  { name }: Readonly<Record<string, unknown>>,
  error: z.ZodError,
): DataProblem[] {
  const issue = error.issues.find((one) => one.code === "too_big" && one.path.length === 1 && one.path[0] === "name");
  if (issue?.code !== "too_big" || typeof name !== "string") return [];
  const spare = Number(issue.maximum) - name.length + (entry?.length ?? 0);
  const shorter = spare > 0 ? `give it a name of at most ${spare} characters` : "give the project or the environment a shorter name";
  return [
    {
      path,
      at: "key",
      value: undefined,
      wrong: `is called ${JSON.stringify(name)} in AWS, which is longer than ${issue.maximum} characters`,
      fix: entry === undefined ? "give the project or the environment a shorter name" : shorter,
    },
  ];
}
