import { readFileSync } from "node:fs";
import { execa } from "execa";

/** What a command took. */
export interface Watched {
  readonly seconds: number;
  /** the most memory, in megabytes: of the command's own process */
  readonly ownMegabytes: number;
  /** the most of all that it started, at one time */
  readonly childrenMegabytes: number;
}

const pauseMs = 200;

/** Runs a command to its end, and looks at its processes meanwhile. */
export async function watched(file: string, args: readonly string[]): Promise<Watched> {
  const child = execa(file, args, { stdin: "ignore", stdout: "ignore" });
  const ended = new AbortController();
  const peak = watchMemory(child.pid ?? 0, ended.signal);
  const { durationMs } = await child.finally(() => ended.abort());
  return { seconds: durationMs / 1000, ...(await peak) };
}

async function watchMemory(root: number, ended: AbortSignal): Promise<Omit<Watched, "seconds">> {
  let ownMegabytes = 0;
  let childrenMegabytes = 0;
  while (!ended.aborted) {
    const processes = await processesNow();
    ownMegabytes = Math.max(ownMegabytes, megabytesOf(processes.filter(({ pid }) => pid === root)));
    childrenMegabytes = Math.max(childrenMegabytes, megabytesOf(beneath(root, processes)));
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return { ownMegabytes, childrenMegabytes };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** resident, what it shares with others too */
  readonly kilobytes: number;
}

async function processesNow(): Promise<Process[]> {
  const { stdout } = await execa("ps", ["-A", "-o", "pid=,ppid=,rss="]);
  return stdout.split("\n").map((line) => {
    const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
    return { pid, parent, kilobytes };
  });
}

function beneath(root: number, processes: readonly Process[]): Process[] {
  const children = processes.filter(({ parent }) => parent === root);
  return children.flatMap((child) => [child, ...beneath(child.pid, processes)]);
}

const megabytesOf = (processes: readonly Process[]) => processes.reduce((sum, process) => sum + kilobytesOf(process), 0) / 1024;

/** On Linux, with its share of what it has in common with others: each stack's provider is one program, loaded once. */
function kilobytesOf({ pid, kilobytes }: Process): number {
  try {
    const [, share] = /^Pss:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
    return share === undefined ? kilobytes : Number(share);
  } catch {
    // another system, or it has just ended
    return kilobytes;
  }
}
