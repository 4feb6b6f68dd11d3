import {
  type CoveredType,
  type EmulatorServer,
  emulatorConcessions,
  emulatorCoverage,
  emulatorEnvironment,
  emulatorStatus,
  startEmulator,
  stopEmulator,
} from "@groundplan/emulator";
import type { Command } from "commander";
import { say } from "./context.js";

interface Options {
  readonly name: string;
  readonly json?: true;
  readonly account?: string;
  readonly strict?: true;
}

/** `groundplan emulator start|stop|status|env|coverage`: servers side by side, by name. */
export function emulatorCommand(program: Command): void {
  const emulator = program.command("emulator").description("an AWS emulator on this machine: start, stop, status, env, coverage");
  const named = (name: string, description: string) =>
    emulator.command(name).description(description).option("--name <name>", "which of several", "default");

  named("start", "start an emulator, or find the one that runs")
    .option("--strict", "refuse what a policy refuses to a service in AWS; default: let it pass, and tell by status and stop")
    .option("--json", "for programs")
    .action(start);
  named("stop", "stop it; what stood in it is gone").action(stop);
  emulator.command("status").description("the emulators that run").option("--json", "for programs").action(status);
  named("env", 'print export lines for a shell: eval "$(npm run --silent groundplan -- emulator env)"')
    .option("--account <id>", "with keys of this account")
    .action(printEnvironment);
  named("coverage", "who answers for each resource type: moto, moto mended, or we ourselves (weaker evidence)")
    .option("--json", "for programs, with each operation and how often the emulator was asked for it")
    .action(coverage);
}

async function start({ name, json, strict }: Options): Promise<void> {
  const lenient = strict !== true;
  const server = await startEmulator({ name, lenient, onProgress: say });
  if (server.lenient !== lenient) say(`it runs already, and is ${lenient ? "strict" : "lenient"}; stop it to have it otherwise`);
  print(json ? toJson(server) : `the AWS emulator "${name}" runs at ${server.url} (pid ${server.pid}, log ${server.logFile})`);
}

async function stop({ name }: Options): Promise<void> {
  await tellConcessions(await running(name));
  print((await stopEmulator({ name })) ? `stopped the AWS emulator "${name}"` : `no AWS emulator "${name}" runs`);
}

async function status({ json }: Pick<Options, "json">): Promise<void> {
  const servers = await emulatorStatus();
  if (json) return print(toJson(servers));
  if (servers.length === 0) return print("no AWS emulator runs; groundplan emulator start starts one");
  print(table(servers.map(({ name, url, pid, logFile, lenient }) => [name, url, `pid ${pid}`, lenient ? "lenient" : "strict", logFile])));
  for (const server of servers) await tellConcessions(server);
}

/** What AWS would have refused. */
async function tellConcessions(server: EmulatorServer | undefined): Promise<void> {
  const found = server?.lenient ? await emulatorConcessions(server) : [];
  for (const { service, operation, refusal } of found) say(`let pass, and refused by AWS: ${service} ${operation}: ${refusal}`);
}

async function printEnvironment({ name, account }: Options): Promise<void> {
  const server = await running(name);
  if (server === undefined) throw new Error(`no AWS emulator "${name}" runs; start it: groundplan emulator start --name ${name}`);
  print(exportLines(await emulatorEnvironment(server, account === undefined ? {} : { accountId: account })));
}

async function coverage({ name, json }: Options): Promise<void> {
  const types = await emulatorCoverage(await running(name));
  print(json ? toJson(types) : coverageText(types));
}

async function running(name: string) {
  return (await emulatorStatus()).find((server) => server.name === name);
}

/** Lines for a shell's `eval`; each value quoted, whatever it holds. */
export function exportLines(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'`)
    .join("\n");
}

/** A line a resource type, those with weaker evidence first; of an operation only that it is not moto's. */
export function coverageText(types: readonly CoveredType[]): string {
  const order = ["ours", "mended", "moto"];
  const sorted = [...types].sort((a, b) => order.indexOf(a.answeredBy) - order.indexOf(b.answeredBy) || a.type.localeCompare(b.type));
  const rows = sorted.map(({ type, answeredBy, operations }) => [
    type,
    answeredBy,
    operations
      .filter((operation) => operation.answeredBy !== "moto")
      .map(({ name, answeredBy }) => `${name} (${answeredBy})`)
      .join(", "),
  ]);
  const counts = order.map((by) => `${types.filter(({ answeredBy }) => answeredBy === by).length} ${by}`);
  return [
    table([["type", "answered by", "operations that are not moto's own"], ...rows]),
    `${types.length} types: ${counts.join(", ")} (ours is weaker evidence)`,
  ].join("\n");
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const toJson = (value: unknown) => JSON.stringify(value, undefined, 2);

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
