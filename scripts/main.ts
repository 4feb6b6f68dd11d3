import { Command } from "commander";
import { adoptCommand } from "./adopt.js";
import { applyCommand } from "./apply.js";
import { bootstrapCommand } from "./bootstrap.js";
import { checkCommand } from "./check.js";
import { deployCommand } from "./deploy.js";
import { destroyCommand } from "./destroy.js";
import { driftCommand } from "./drift.js";
import { emulatorCommand } from "./emulator.js";
import { failureText } from "./failure.js";
import { graphCommand } from "./graph.js";
import { listCommand } from "./list.js";
import { planCommand } from "./plan.js";
import { runTaskCommand } from "./run-task.js";
import { siteCommand } from "./site.js";
import { synthCommand } from "./synth.js";

const commands: readonly ((program: Command) => void)[] = [
  checkCommand,
  synthCommand,
  planCommand,
  applyCommand,
  deployCommand,
  runTaskCommand,
  siteCommand,
  destroyCommand,
  driftCommand,
  bootstrapCommand,
  adoptCommand,
  listCommand,
  graphCommand,
  emulatorCommand,
];

const program = new Command("groundplan")
  .description("plans and applies the estate that environments/*.yaml describes")
  .helpOption("-h, --help", "show this help")
  .helpCommand(false)
  .showSuggestionAfterError()
  .configureHelp({ showGlobalOptions: false })
  .addHelpText(
    "after",
    "\n<target> is an environment's name, or account-<name> for what an account has once. Exit codes: 0 done, 2 changes, 1 failure.",
  );
for (const register of commands) register(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${failureText(error)}\n`);
  process.exitCode = 1;
});
