import { Presets, SingleBar } from "cli-progress";
import type { Listener, Phase, Progress } from "../progress.js";

/** Who listens on the command line, and is told that it is over. */
export interface Told extends Required<Listener> {
  end(): void;
}

/** A bar on a terminal; elsewhere, and where a program reads the output, a line every few seconds on the standard error. */
export function openTold(isJson: boolean): Told {
  return process.stderr.isTTY && !isJson && !process.env["CI"] ? new Bar() : new Lines();
}

const phases: Readonly<Record<Phase, string>> = {
  read: "reading",
  upload: "uploading",
  copy: "bringing back",
  invalidate: "invalidating",
  delete: "deleting",
};

class Bar implements Told {
  private readonly bar = new SingleBar(
    { format: "{phase} {bar} {value} of {total}", hideCursor: true, clearOnComplete: true, stream: process.stderr },
    Presets.shades_classic,
  );
  private phase: Phase | undefined;

  onProgress({ phase, done, total }: Progress): void {
    if (total === 0) return;
    if (phase === this.phase) {
      this.bar.update(done);
    } else {
      this.bar.stop();
      this.phase = phase;
      this.bar.start(total, done, { phase: phases[phase] });
    }
  }

  onNotice(text: string): void {
    this.bar.stop();
    this.phase = undefined;
    say(text);
  }

  end(): void {
    this.bar.stop();
  }
}

const quietMilliseconds = 5000;

class Lines implements Told {
  private phase: Phase | undefined;
  private last = 0;

  onProgress({ phase, done, total }: Progress): void {
    if (total === 0) return;
    const isNew = phase !== this.phase;
    const now = performance.now();
    if (!isNew && now - this.last < quietMilliseconds) return;
    this.phase = phase;
    this.last = now;
    say(isNew ? `${phases[phase]} ${total} ...` : `${phases[phase]}: ${done} of ${total}`);
  }

  onNotice(text: string): void {
    say(text);
  }

  end(): void {}
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
