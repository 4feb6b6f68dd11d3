import { type Command, InvalidArgumentError, Option } from "commander";
import { stacksOfApp } from "./app.js";
import { emulatorOption, jsonOption, openContext, outdirOption, print } from "./context.js";
import { Clients } from "./deploy/clients.js";
import { deployService } from "./deploy/deploy-service.js";
import type { ImageOptions } from "./deploy/image.js";
import { type DeployOutcome, deployExitCode, deployText } from "./deploy/outcome.js";
import { readServiceParameter } from "./deploy/service-parameter.js";
import { findService } from "./deploy/service-stack.js";
import { openProgress } from "./progress.js";
import { durationOption, milliseconds } from "./run/options.js";
import { Session } from "./session.js";
import { interrupts } from "./terraform/interrupts.js";

interface Options extends ImageOptions {
  readonly json?: boolean;
  readonly emulator?: boolean | string;
  readonly outdir?: string;
  readonly wait: boolean;
  readonly timeout: string;
}

/** `groundplan deploy <environment> <service>`: what Terraform registered, with the image that the pipeline built. */
export function deployCommand(program: Command): void {
  program
    .command("deploy")
    .description(
      "deploy a service: the revision that Terraform registered, with a pipeline's image; waits until it runs, or is rolled back",
    )
    .argument("<environment>")
    .argument("<service>", "its name in the environment's file")
    .option("--tag <tag>", "an image of the service's repository, by tag")
    .addOption(digestOption())
    .option("--image <reference>", "an image of any registry, in full")
    .option("--refresh", "keep the image that runs, and take the rest of Terraform's newest revision")
    .option("--no-wait", "start it, and do not wait for its end")
    .addOption(durationOption("--timeout <duration>", "how long to wait for its end", "30m"))
    .addOption(jsonOption())
    .addOption(emulatorOption())
    .addOption(outdirOption())
    .action(async (environment: string, service: string, options: Options) => {
      const outcome = await deploy(environment, service, options);
      print(openContext(options), { human: deployText(outcome), json: outcome });
      process.exitCode = deployExitCode(outcome);
    });
}

async function deploy(environment: string, name: string, options: Options): Promise<DeployOutcome> {
  const context = openContext(options);
  const session = new Session(context);
  const found = findService(stacksOfApp(context), environment, name);
  const { facts } = found.stack;
  await session.requireAccount(facts);
  const clients = new Clients(await session.access(facts, facts.region));
  const service = await readServiceParameter(clients, found.parameterName);
  interrupts.watch();
  const progress = openProgress([facts.stack], context.output);
  progress.begin(facts.stack, "deploying");
  try {
    const about = { environment, service: found.name, where: session.where(facts) };
    const tell = (text: string) => progress.step(facts.stack, text);
    const { wait, timeout } = options;
    const site = { clients, service, production: facts.production, about, tell };
    const outcome = await deployService(site, { ...options, wait, milliseconds: milliseconds(timeout) });
    progress.end(facts.stack, deployExitCode(outcome) === 0 ? "done" : "failed", outcome.status);
    return outcome;
  } finally {
    await progress.close();
  }
}

const digestOption = () =>
  new Option("--digest <digest>", "an image of the service's repository, by digest: what was built, whatever its tags").argParser(
    (digest: string) => {
      if (/^sha256:[0-9a-f]{64}$/.test(digest)) return digest;
      throw new InvalidArgumentError("use sha256: and 64 hexadecimal digits, as a push prints it.");
    },
  );
