import { join } from "node:path";
import { check } from "./check.js";
import { pythonPackages } from "./python-packages.js";
import type { Step } from "./step.js";

/** Judges the example application's Dockerfile: there need be no engine here that could build it. */
export function hadolint(root: string): Step {
  return {
    name: "hadolint",
    async run(live) {
      const { folder } = await pythonPackages(root, join(root, "scripts", "test-run", "requirements-hadolint.txt"));
      const command = join(folder, "bin", "hadolint");
      return check({ name: "hadolint", command, arguments: ["Dockerfile"], folder: join(root, "examples", "app") }).run(live);
    },
  };
}
