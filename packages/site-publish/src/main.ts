#!/usr/bin/env node
import { Command } from "commander";
import { passwordCommand } from "./commands/password.js";
import { publishCommand } from "./commands/publish.js";
import { rollbackCommand } from "./commands/rollback.js";
import { versionsCommand } from "./commands/versions.js";
import { failureText } from "./failure.js";
import { previewCommand } from "./preview-command.js";

const commands: readonly ((program: Command) => void)[] = [
  publishCommand,
  rollbackCommand,
  versionsCommand,
  passwordCommand,
  previewCommand,
];

const program = new Command("site-publish")
  .description("publishes a built site to S3 and CloudFront, and rolls it back")
  .helpOption("-h, --help", "show this help")
  .helpCommand(false)
  .showSuggestionAfterError()
  .configureHelp({ showGlobalOptions: false })
  .addHelpText(
    "after",
    "\nCredentials and region are ambient: AWS_PROFILE, AWS_REGION, a role. Exit codes: 0 done, 2 a dry run found something to do, 1 failure.",
  );
for (const register of commands) register(program);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${failureText(error)}\n`);
  process.exitCode = 1;
});
