import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type EmulatorServer, startEmulator, stopEmulator } from "@groundplan/emulator";
import { execa } from "execa";

/** What a command ended with, and all that it said. */
export interface Said {
  readonly code: number | undefined;
  readonly text: string;
}

/** A copy of the project's environments in a folder of its own, with an emulator of its own that plays every account. */
export class OwnProject {
  private constructor(
    readonly folder: string,
    readonly emulator: string,
    readonly server: EmulatorServer,
  ) {}

  static async start(name: string): Promise<OwnProject> {
    const folder = mkdtempSync(join(tmpdir(), `groundplan-${name}-`));
    cpSync("environments", join(folder, "environments"), { recursive: true });
    copyFileSync(".terraform.lock.hcl", join(folder, ".terraform.lock.hcl"));
    mkdirSync(join(folder, ".groundplan"));
    symlinkSync(resolve(".groundplan/emulator"), join(folder, ".groundplan", "emulator"));
    const emulator = `${name}-${process.pid}`;
    return new OwnProject(folder, emulator, await startEmulator({ name: emulator }));
  }

  async stop(): Promise<void> {
    await stopEmulator({ name: this.emulator });
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The command line, with the emulator. */
  groundplan(...args: readonly string[]): Promise<Said> {
    return this.run(...args, "--emulator", this.emulator);
  }

  /** The command line. */
  async run(...args: readonly string[]): Promise<Said> {
    const cli = [resolve("scripts/run.mjs"), "scripts/main.ts", ...args];
    const { exitCode, all } = await execa(process.execPath, cli, {
      cwd: this.folder,
      all: true,
      reject: false,
      stdin: "ignore",
      env: { NO_COLOR: "1", CI: "true" },
    });
    return { code: exitCode, text: all };
  }

  /** Changes a file of `environments`. */
  edit(name: string, change: (text: string) => string): void {
    writeFileSync(this.file(name), change(readFileSync(this.file(name), "utf8")));
  }

  /** Takes an environment away. */
  remove(name: string): void {
    rmSync(this.file(name));
  }

  private file(name: string): string {
    return join(this.folder, "environments", `${name}.yaml`);
  }
}
