/** A process that can be asked to stop. */
export interface Interruptible {
  interrupt(): void;
}

/** Where signals come from: the process, or a test. */
export interface SignalSource {
  on(signal: "SIGINT" | "SIGTERM" | "SIGHUP", listener: () => void): unknown;
  exit(code: number): void;
  now(): number;
}

const echoMilliseconds = 1000;

/**
 * Passes signals on to the Terraforms that run: the first one once to each of them, its echoes within a second to none, a later
 * one again. A Terraform that is interrupted twice gives up at once, and what it was making is in no state.
 * Ctrl-C reaches the whole process group, and some parents pass it on as well, so echoes are the rule.
 */
export class Interrupts {
  private readonly running = new Set<Interruptible>();
  private last = Number.NEGATIVE_INFINITY;
  private watching = false;
  private received = false;

  constructor(private readonly source: SignalSource) {}

  /** Whether a signal has come: nothing new is begun then. */
  get interrupted(): boolean {
    return this.received;
  }

  /** From here on the process has no default for signals: it waits for those that run. */
  watch(): void {
    if (this.watching) return;
    this.watching = true;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) this.source.on(signal, () => this.receive());
  }

  /** Call what it gives when the process has ended. */
  add(process: Interruptible): () => void {
    this.watch();
    this.running.add(process);
    return () => this.running.delete(process);
  }

  private receive(): void {
    const now = this.source.now();
    const echo = now - this.last < echoMilliseconds;
    this.received = true;
    if (echo) return;
    this.last = now;
    if (this.running.size === 0) this.source.exit(130);
    for (const process of this.running) process.interrupt();
  }
}

/** Those of this process. */
export const interrupts = new Interrupts({
  on: (signal, listener) => process.on(signal, listener),
  exit: (code) => process.exit(code),
  now: () => performance.now(),
});
