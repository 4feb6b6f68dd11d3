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

/** A project in a folder of its own, with an emulator of its own that plays every account. */
export class OwnProject {
  private constructor(
    readonly folder: string,
    readonly emulator: string,
    readonly server: EmulatorServer,
  ) {}

  /** With the environment files that are given, by name; or with a copy of the project's own. */
  static async start(name: string, files?: Readonly<Record<string, string>>): Promise<OwnProject> {
    const folder = mkdtempSync(join(tmpdir(), `groundplan-${name}-`));
    mkdirSync(join(folder, "environments"));
    if (files === undefined) cpSync("environments", join(folder, "environments"), { recursive: true });
    for (const [file, text] of Object.entries(files ?? {})) writeFileSync(join(folder, "environments", `${file}.yaml`), text);
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
    const { exitCode, all } = await this.execute(args);
    return { code: exitCode, text: all };
  }

  /** The command line, with the emulator; a failure says itself why an expectation does not hold. */
  async spoken(...args: readonly string[]): Promise<{ readonly code: number | undefined; readonly out: string; readonly err: string }> {
    const { exitCode, stdout, stderr } = await this.execute([...args, "--emulator", this.emulator]);
    return { code: exitCode, out: stdout, err: exitCode === 1 ? stderr : "" };
  }

  private execute(args: readonly string[]) {
    const cli = [resolve("scripts/run.mjs"), "scripts/main.ts", ...args];
    const env = { NO_COLOR: "1", CI: "true" };
    return execa(process.execPath, cli, { cwd: this.folder, all: true, reject: false, stdin: "ignore", env });
  }

  /** Changes a file of `environments`. */
  edit(name: string, change: (text: string) => string): void {
    writeFileSync(this.file(name), change(this.text(name)));
  }

  /** The text of a file of `environments`. */
  text(name: string): string {
    return readFileSync(this.file(name), "utf8");
  }

  private file(name: string): string {
    return join(this.folder, "environments", `${name}.yaml`);
  }
}
