import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmulatorServer } from "./server.js";
import { pythonFolder } from "./virtual-environment.js";

/** A request that nobody answered, or that the emulator broke on: a run with one has failed, even if Terraform passed. */
export interface EmulatorFault {
  readonly service: string;
  readonly operation: string;
  readonly kind: "unanswered" | "traceback";
  readonly detail: string;
}

/** A call that AWS refuses, and that a lenient server let pass. */
export interface EmulatorConcession {
  readonly service: string;
  readonly operation: string;
  /** AWS's code and text */
  readonly refusal: string;
}

/** `ours` is weaker evidence: an answer of ours may only return what was asked for. */
export type AnsweredBy = "moto" | "mended" | "ours";

export interface CoveredOperation {
  /** by botocore's names: `ec2:CreateVpc` */
  readonly name: string;
  readonly answeredBy: AnsweredBy;
  /** how often it was called on the server; 0 without one */
  readonly calls: number;
}

export interface CoveredType {
  /** a Terraform resource type */
  readonly type: string;
  /** `ours` if an operation that makes or changes it is answered by us, `mended` if any operation is mended or ours */
  readonly answeredBy: AnsweredBy;
  readonly operations: readonly CoveredOperation[];
}

/** The server's faults since it started, or since `forgetRecord`. */
export async function emulatorFaults(server: EmulatorServer): Promise<readonly EmulatorFault[]> {
  return (await control(server, "GET", "faults")) as EmulatorFault[];
}

/** What a lenient server let pass that AWS refuses, each once: what is to be mended before the first apply in AWS. */
export async function emulatorConcessions(server: EmulatorServer): Promise<readonly EmulatorConcession[]> {
  return (await control(server, "GET", "concessions")) as EmulatorConcession[];
}

/** How often each operation was called, by name: `ec2:CreateVpc`. */
export async function emulatorCalls(server: EmulatorServer): Promise<Readonly<Record<string, number>>> {
  return (await control(server, "GET", "calls")) as Record<string, number>;
}

/** Starts the faults, concessions and calls anew. */
export async function forgetRecord(server: EmulatorServer): Promise<void> {
  await control(server, "POST", "record/reset");
}

/** Deletes all that stands in all accounts of the server, and its record. */
export async function resetEmulator(server: EmulatorServer): Promise<void> {
  await control(server, "POST", "reset");
}

/**
 * Who answers for each Terraform resource type. With a server, also how often each operation was called there.
 * A type that is not in the list was never tried.
 */
export async function emulatorCoverage(server?: EmulatorServer): Promise<readonly CoveredType[]> {
  const calls = server === undefined ? {} : await emulatorCalls(server);
  const types = JSON.parse(readFileSync(join(pythonFolder, "coverage.json"), "utf8")) as Record<
    string,
    { answeredBy: AnsweredBy; operations: Record<string, AnsweredBy> }
  >;
  return Object.entries(types).map(([type, { answeredBy, operations }]) => ({
    type,
    answeredBy,
    operations: Object.entries(operations).map(([name, by]) => ({ name, answeredBy: by, calls: calls[name] ?? 0 })),
  }));
}

async function control(server: EmulatorServer, method: "GET" | "POST", endpoint: string): Promise<unknown> {
  const response = await fetch(`${server.url}/_groundplan/${endpoint}`, { method });
  if (!response.ok)
    throw new Error(`the AWS emulator "${server.name}" answers ${response.status} to ${endpoint}: ${await response.text()}`);
  return response.json();
}
