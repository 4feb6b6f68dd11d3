import { type DefaultRenderer, Listr, type ListrTaskWrapper, type SimpleRenderer } from "listr2";
import { type Context, say } from "./context.js";

/** What is told of stacks while they are worked on. */
export interface Progress {
  begin(stack: string, doing: string): void;
  /** what it is at now; shown on a terminal alone */
  note(stack: string, text: string): void;
  /** what it has come to, where that takes minutes; told everywhere, and the same only once */
  step(stack: string, text: string): void;
  end(stack: string, outcome: "done" | "failed" | "skipped", text: string): void;
  /** everything is told */
  close(): Promise<void>;
}

/** A live list on a terminal; elsewhere, and where a program reads the output, a line a step on the standard error. */
export function openProgress(stacks: readonly string[], output: Context["output"]): Progress {
  const isLive = output === "human" && process.stdout.isTTY && !process.env["CI"];
  return isLive ? new LiveProgress(stacks) : new PlainProgress();
}

class PlainProgress implements Progress {
  private readonly started = new Map<string, number>();
  private readonly steps = new Map<string, string>();

  begin(stack: string, doing: string): void {
    this.started.set(stack, performance.now());
    say(`${stack}: ${doing} ...`);
  }

  note(): void {}

  step(stack: string, text: string): void {
    if (this.steps.get(stack) === text) return;
    this.steps.set(stack, text);
    say(`${stack}: ${text}`);
  }

  end(stack: string, outcome: "done" | "failed" | "skipped", text: string): void {
    const started = this.started.get(stack);
    const took = started === undefined ? "" : ` (${Math.round((performance.now() - started) / 1000)} s)`;
    say(`${stack}: ${outcome === "failed" ? "failed: " : ""}${text.replace(`${stack}: `, "")}${took}`);
  }

  async close(): Promise<void> {}
}

type Task = ListrTaskWrapper<unknown, typeof DefaultRenderer, typeof SimpleRenderer>;

interface Row {
  readonly ended: Promise<{ readonly outcome: "done" | "failed" | "skipped"; readonly text: string }>;
  end(outcome: "done" | "failed" | "skipped", text: string): void;
  task: Task | undefined;
}

class LiveProgress implements Progress {
  private readonly rows: ReadonlyMap<string, Row>;
  private readonly shown: Promise<unknown>;

  constructor(stacks: readonly string[]) {
    this.rows = new Map(stacks.map((stack) => [stack, row()]));
    const list = new Listr<unknown>(
      [...this.rows].map(([stack, row]) => ({
        title: stack,
        task: async (_: unknown, task: Task) => {
          row.task = task;
          const { outcome, text } = await row.ended;
          task.title = `${stack}: ${text}`;
          if (outcome === "skipped") task.skip(`${stack}: ${text}`);
          if (outcome === "failed") throw new Error(text);
        },
      })),
      // signals are ours: Terraform has to be waited for
      {
        concurrent: true,
        exitOnError: false,
        registerSignalListeners: false,
        rendererOptions: { collapseErrors: false, showErrorMessage: false },
      },
    );
    this.shown = list.run();
  }

  begin(stack: string, doing: string): void {
    this.title(stack, `${stack}: ${doing}`);
  }

  note(stack: string, text: string): void {
    this.title(stack, `${stack}: ${text}`);
  }

  step(stack: string, text: string): void {
    this.note(stack, text);
  }

  end(stack: string, outcome: "done" | "failed" | "skipped", text: string): void {
    this.rows.get(stack)?.end(outcome, text.replace(`${stack}: `, ""));
  }

  async close(): Promise<void> {
    for (const row of this.rows.values()) row.end("skipped", "not reached");
    await this.shown;
  }

  private title(stack: string, text: string): void {
    const task = this.rows.get(stack)?.task;
    if (task !== undefined) task.title = text;
  }
}

function row(): Row {
  let resolve: (end: Awaited<Row["ended"]>) => void = () => undefined;
  const ended = new Promise<Awaited<Row["ended"]>>((settle) => {
    resolve = settle;
  });
  return { ended, end: (outcome, text) => resolve({ outcome, text }), task: undefined };
}
