import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";

/** A database server, as a process and a folder of a test's own. */
export interface ServerProcess {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly account: Account;
  readonly log: string;
  /** Ends it at once, though in order. */
  readonly stopSignal: "SIGINT" | "SIGTERM";
  isReady(): Promise<boolean>;
}

/** Whom a server runs as: neither of them runs as root. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** Nobody, where the tests are root's; else one's own. */
export async function anAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const id = async (option: string) => Number((await execa("id", [option, "nobody"])).stdout);
  return { uid: await id("-u"), gid: await id("-g") };
}

/** A folder that an account owns. Sockets lie in it, whose paths must be short. */
export function folderFor(account: Account): string {
  const folder = mkdtempSync(join(hasMemory() ? memory : tmpdir(), "users-"));
  give(folder, account);
  return folder;
}

const memory = "/dev/shm";

// servers write to the disk at each statement, and wait for it
function hasMemory(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 30;
}

/** Gives a folder, and what lies in it, to an account. */
export function give(folder: string, { uid, gid }: Account): void {
  if (uid === undefined || gid === undefined) return;
  for (const path of [folder, ...readdirSync(folder).map((name) => join(folder, name))]) chownSync(path, uid, gid);
}

/** A port of loopback that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

/** Starts a server; returns what ends it, and takes its folder away. */
export async function start(server: ServerProcess, folder: string): Promise<() => Promise<void>> {
  const running = execa(server.command, server.arguments, {
    ...server.account,
    cwd: folder,
    reject: false,
    stdin: "ignore",
    stdout: { file: server.log },
    stderr: { file: server.log },
    killSignal: server.stopSignal,
    forceKillAfterDelay: 20_000,
  });
  const stop = async () => {
    running.kill();
    await running;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(server, running);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function untilReady({ command, log, isReady }: ServerProcess, running: Promise<unknown>): Promise<void> {
  const ended = running.then(() => true);
  for (let tries = 0; tries < 600; tries += 1) {
    if (await isReady()) return;
    if (await Promise.race([ended, sleep(100, false)])) break;
  }
  throw new Error(`${command} did not start:\n${readFileSync(log, "utf8")}`);
}
