import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { emulatorEnvironment, startEmulator, terraformEnvironment } from "@groundplan/emulator";
import type { StackFacts } from "../stacks/facts.js";
import { readCdktfArguments } from "./cdktf/arguments.js";
import { openContext, say } from "./context.js";
import { failureText, InputError } from "./failure.js";
import { synthesize } from "./synth.js";
import { zoneAccess } from "./terraform/zone-access.js";

/** `npm run cdktf -- <its own arguments> [--emulator [name]]`: cdktf-cli, on the same app and the same outdir. */
async function main(): Promise<number> {
  const { cdktf, emulator, stacks } = readCdktfArguments(process.argv.slice(2));
  const context = openContext({ emulator });
  // it synthesizes again, but what it finds beside a stack stays: without a lock its first init asks the registry, mirror or not
  const named = synthesize(context)
    .map(({ facts }) => facts)
    .filter(({ stack }) => stacks.some((pattern) => matches(pattern, stack)));
  const environment = {
    ...(await terraformEnvironment({ cacheFolder: context.cache })),
    ...(await awsEnvironment(named, context.emulator)),
    TF_CLI_ARGS_init: "-lockfile=readonly",
    // a state that another run has locked is waited for
    TF_CLI_ARGS_plan: lockTimeout,
    TF_CLI_ARGS_apply: lockTimeout,
    TF_CLI_ARGS_destroy: lockTimeout,
    // it plans and applies in one go
    ...zoneAccess(["deploy", "apply", "destroy"].includes(cdktf[0] ?? "") ? "apply" : "plan"),
    // off a terminal its spinner fills the log
    ...(process.stdout.isTTY ? {} : { CI: "true" }),
  };
  return runCdktf(cdktf, environment, context.root);
}

const lockTimeout = "-lock-timeout=5m";

/** The emulator's variables, where it is asked for or all that is named lives there. */
async function awsEnvironment(named: readonly StackFacts[], emulator: string | undefined): Promise<Record<string, string>> {
  if (emulator === undefined && !named.some(({ emulatorOnly }) => emulatorOnly)) return {};
  const accounts = [...new Set(named.map(({ accountId }) => accountId))];
  if (accounts.length > 1) {
    throw new InputError(
      `cdktf runs all its stacks with one account's credentials; name stacks of one account, not of ${accounts.join(", ")}`,
    );
  }
  const [accountId] = accounts;
  const server = await startEmulator({ name: emulator ?? "default", onProgress: say });
  return emulatorEnvironment(server, accountId === undefined ? {} : { accountId });
}

function matches(pattern: string, stack: string): boolean {
  return new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replace(/[^\w-]/g, "\\$&"))
      .join(".*")}$`,
  ).test(stack);
}

function runCdktf(args: readonly string[], environment: Readonly<Record<string, string>>, root: string): Promise<number> {
  const require = createRequire(join(root, "package.json"));
  const child = spawn(process.execPath, [require.resolve("cdktf-cli/bundle/bin/cdktf"), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  // it shares our terminal, and gets Ctrl-C from there; what another process sends us it would not
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    process.stderr.write(`${failureText(error)}\n`);
    process.exitCode = 1;
  });
