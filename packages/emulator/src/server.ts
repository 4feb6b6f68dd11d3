import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cacheFolder } from "./cache-folder.js";
import { locked } from "./lock.js";
import { pythonEnvironment } from "./python.js";
import { preparePython, pythonFolder } from "./virtual-environment.js";

/** A running emulator. It outlives the process that started it, and forgets everything when stopped. */
export interface EmulatorServer {
  readonly name: string;
  /** such as `http://localhost:41234`; the name matters: a proxy is bypassed for other names of the machine itself */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly logFile: string;
  /** whether it lets pass, and tells by `emulatorConcessions`, what AWS refuses of a call that is right by itself */
  readonly lenient: boolean;
}

export interface EmulatorOptions {
  /** lower case letters, digits and hyphens; default: `default` */
  readonly name?: string;
  /** default: `.groundplan` in the working directory */
  readonly cacheFolder?: string;
  /**
   * Lets pass, and tells by `emulatorConcessions`, what AWS refuses since a policy does not let a service in (a bucket's, a key's,
   * a role's), a bucket takes no access control lists, or a template is empty: for Terraform that nobody ever applied in AWS.
   * Default: it is refused. One that runs stays as it was started.
   */
  readonly lenient?: boolean;
  readonly onProgress?: (line: string) => void;
}

const startSeconds = 60;
const stopSeconds = 10;

/**
 * Starts an emulator on a free port of the loopback interface, or returns the one of that name that runs.
 * The first start also makes the Python environment (`preparePython`).
 *
 * @throws when Python is missing, or the server ends before it answers; the error carries the end of its log
 * @example const server = await startEmulator({ name: "tests" });
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<EmulatorServer> {
  const folder = serverFolder(options);
  const running = await readRunning(folder);
  if (running !== undefined) return running;
  const python = await preparePython(options);
  return locked(folder, async () => {
    const other = await readRunning(folder);
    if (other !== undefined) return other;
    options.onProgress?.(`starting the AWS emulator "${nameOf(options)}" ...`);
    const server = await launch(python, folder, options);
    writeFileSync(join(folder, "server.json"), `${JSON.stringify(server, undefined, 2)}\n`);
    return server;
  });
}

/** Stops the emulator of that name; false if none runs. Another process that was given a dead server's pid is left alone. */
export async function stopEmulator(options: EmulatorOptions = {}): Promise<boolean> {
  const folder = serverFolder(options);
  if (!existsSync(folder)) return false;
  return locked(folder, async () => {
    const server = await readRunning(folder);
    if (server !== undefined) await end(server);
    rmSync(join(folder, "server.json"), { force: true });
    return server !== undefined;
  });
}

/** The emulators that run, by name. */
export async function emulatorStatus(options: Pick<EmulatorOptions, "cacheFolder"> = {}): Promise<EmulatorServer[]> {
  const folder = join(cacheFolder(options.cacheFolder), "emulator", "servers");
  if (!existsSync(folder)) return [];
  const found = await Promise.all(readdirSync(folder).map((name) => readRunning(join(folder, name))));
  return found.filter((server) => server !== undefined).sort((a, b) => a.name.localeCompare(b.name));
}

function nameOf({ name = "default" }: EmulatorOptions): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return name;
  throw new Error(`"name" ${JSON.stringify(name)} names no emulator; use lower case letters, digits and hyphens, 63 at most`);
}

function serverFolder(options: EmulatorOptions): string {
  return join(cacheFolder(options.cacheFolder), "emulator", "servers", nameOf(options));
}

/** The server that the folder tells of, if that very process still answers on its port. */
async function readRunning(folder: string): Promise<EmulatorServer | undefined> {
  const file = join(folder, "server.json");
  if (!existsSync(file)) return undefined;
  const server = JSON.parse(readFileSync(file, "utf8")) as EmulatorServer;
  return (await answersAs(server)) ? server : undefined;
}

/** A port or a pid alone proves nothing: both are given away again. */
async function answersAs({ port, pid }: Pick<EmulatorServer, "port" | "pid">): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/_groundplan/health`, { signal: AbortSignal.timeout(5_000) });
    const health = (await response.json()) as { ready?: unknown; pid?: unknown };
    return health.ready === true && health.pid === pid;
  } catch {
    return false;
  }
}

async function launch(python: string, folder: string, options: EmulatorOptions): Promise<EmulatorServer> {
  const { lenient = false } = options;
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, "log");
  const readyFile = join(folder, "ready.json");
  rmSync(readyFile, { force: true });
  const log = openSync(logFile, "w");
  const child = spawn(python, ["-m", "groundplan_emulator", "--port", "0", "--ready-file", readyFile, ...(lenient ? ["--lenient"] : [])], {
    cwd: folder,
    detached: true,
    stdio: ["ignore", log, log],
    env: serverEnvironment(),
  });
  closeSync(log);
  child.unref();
  let spawnError: Error | undefined;
  child.once("error", (error) => {
    spawnError = error;
  });
  for (const until = Date.now() + startSeconds * 1000; Date.now() < until; await sleep(50)) {
    if (existsSync(readyFile)) return { name: nameOf(options), ...readReady(readyFile), logFile, lenient };
    if (spawnError !== undefined || child.exitCode !== null || child.signalCode !== null) break;
  }
  if (child.pid !== undefined && child.exitCode === null) process.kill(child.pid, "SIGTERM");
  throw new Error(
    `the AWS emulator did not start; ${logFile} ends:\n${readFileSync(logFile, "utf8").slice(-2_000)}${spawnError?.message ?? ""}`,
  );
}

/** Nothing of the user's AWS settings: moto reads them too, and breaks on a profile that it cannot find. */
function serverEnvironment(): Record<string, string> {
  const kept = Object.entries(pythonEnvironment()).filter(([name]) => !name.startsWith("AWS_"));
  return { ...Object.fromEntries(kept), PYTHONPATH: pythonFolder, PYTHONUNBUFFERED: "1", PYTHONNOUSERSITE: "1" };
}

function readReady(file: string): Pick<EmulatorServer, "url" | "port" | "pid"> {
  const { port, pid } = JSON.parse(readFileSync(file, "utf8")) as { port: number; pid: number };
  return { url: `http://localhost:${port}`, port, pid };
}

async function end({ pid, port, name }: EmulatorServer): Promise<void> {
  process.kill(pid, "SIGTERM");
  for (const until = Date.now() + stopSeconds * 1000; Date.now() < until; await sleep(50)) {
    if (!(await answersAs({ pid, port }))) return;
  }
  throw new Error(`the AWS emulator "${name}" (pid ${pid}) does not stop; end it by hand`);
}
