import type { Command } from "commander";
import { stacksOfApp } from "./app.js";
import { emulatorOption, jsonOption, openContext, outdirOption, print, say } from "./context.js";
import { Clients } from "./deploy/clients.js";
import { runOneOff, type TaskOutcome } from "./deploy/run-one-off.js";
import { findService } from "./deploy/service-stack.js";
import { shortRevision } from "./deploy/task-definition.js";
import { type OneOffTask, readTaskParameter, taskNames, taskParameterName } from "./deploy/task-parameter.js";
import { nearest } from "./entry-stack.js";
import { InputError } from "./failure.js";
import { durationOption, milliseconds } from "./run/options.js";
import { Session } from "./session.js";
import { interrupts } from "./terraform/interrupts.js";

interface Options {
  readonly json?: boolean;
  readonly emulator?: boolean | string;
  readonly outdir?: string;
  readonly wait: boolean;
  readonly timeout: string;
}

interface Place {
  readonly environment: string;
  readonly service: string;
  readonly name: string;
}

type Outcome = Place & TaskOutcome & { readonly where: string };

/** `groundplan run-task <environment> <service> <task>`: a migration, say, by the service's own image. */
export function runTaskCommand(program: Command): void {
  program
    .command("run-task")
    .description("run one of a service's one-off tasks, such as a migration; shows what it writes, and fails where it does")
    .argument("<environment>")
    .argument("<service>", "its name in the environment's file")
    .argument("<task>", 'one of its "oneOffTasks"')
    .option("--no-wait", "start it, and do not wait for its end")
    .addOption(durationOption("--timeout <duration>", "how long to wait for its end", "1h"))
    .addOption(jsonOption())
    .addOption(emulatorOption())
    .addOption(outdirOption())
    .action(async (environment: string, service: string, name: string, options: Options) => {
      const outcome = await runTask({ environment, service, name }, options);
      print(openContext(options), { human: outcomeText(outcome), json: outcome });
      process.exitCode = outcome.status === "done" || outcome.status === "started" ? 0 : 1;
    });
}

async function runTask(place: Place, options: Options): Promise<Outcome> {
  const context = openContext(options);
  const session = new Session(context);
  const found = findService(stacksOfApp(context), place.environment, place.service);
  const { facts } = found.stack;
  await session.requireAccount(facts);
  const clients = new Clients(await session.access(facts, facts.region));
  const input = await taskOf(clients, found.parameterName, place);
  interrupts.watch();
  const ended = await runOneOff(clients, input, {
    wait: options.wait,
    milliseconds: milliseconds(options.timeout),
    tell: once((text) => say(`${facts.stack}: ${text}`)),
    // a program reads JSON alone from the standard output
    onLine: context.output === "json" ? say : (line) => process.stdout.write(`${line}\n`),
  });
  return { ...place, service: found.name, where: session.where(facts), ...ended };
}

/** @throws {InputError} where the service has no such task, with the nearest name */
async function taskOf(clients: Clients, parameterName: string, { service, name }: Place): Promise<OneOffTask> {
  const input = await readTaskParameter(clients, taskParameterName(parameterName, name));
  if (input !== undefined) return input;
  throw new InputError(
    `"${service}" has no one-off task "${name}"; ${nearest(name, await taskNames(clients, parameterName), "oneOffTasks")}`,
  );
}

/** Leaves out what was said just before. */
function once(say: (text: string) => void): (text: string) => void {
  let last = "";
  return (text) => {
    if (text !== last) say(text);
    last = text;
  };
}

function outcomeText({ environment, service, name, where, status, revision, image, exitCode, why }: Outcome): string {
  const what = `${environment} ${service} ${name} (${where}), by ${shortRevision(revision)}${image === undefined ? "" : ` (${image})`}`;
  if (status === "started") return `${what}: started; nobody waits for it`;
  if (status === "done") return `${what}: done`;
  return `${what}: ${status}${exitCode === undefined ? "" : ` with exit code ${exitCode}`}: ${why}`;
}
