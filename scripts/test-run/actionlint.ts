import { join } from "node:path";
import { execaSync } from "execa";
import { check, skipped } from "./check.js";
import type { Step } from "./step.js";

/** Judges the GitHub workflows, where it is installed. */
export function actionlint(root: string): Step {
  const own = join(root, ".groundplan", "tools", "bin", "actionlint");
  const found = [own, "actionlint"].find((command) => !execaSync(command, ["--version"], { reject: false }).failed);
  if (found === undefined)
    return skipped("actionlint", "GOBIN=$PWD/.groundplan/tools/bin go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.7");
  return check({ name: "actionlint", command: found, arguments: ["-no-color"], folder: root });
}
