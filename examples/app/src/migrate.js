// A one-off task: `groundplan run-task dev api migrate` runs it in the service's own image, and fails where it does.
import { log } from "./log.js";
import { migrate } from "./migrations.js";

/** Put your database here: this one forgets everything at once. */
const store = { done: async () => /** @type {string[]} */ ([]), keep: async () => undefined };

try {
  const names = await migrate(store);
  log("migrated", { steps: names });
} catch (error) {
  log("not migrated", { error: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
