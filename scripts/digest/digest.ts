import pc from "picocolors";
import type { Acknowledged, StackFacts } from "../../stacks/facts.js";
import type { Orphan } from "../state/orphans.js";
import { countsText, lossesIn, type PlannedChange } from "./changes.js";

/** What became of one stack. */
export interface StackDigest {
  readonly stack: string;
  readonly status: "changes" | "unchanged" | "waiting" | "refused" | "failed";
  readonly changes: readonly PlannedChange[];
  readonly outputs: readonly string[];
  /** why it waits, was refused or failed */
  readonly why?: string;
  readonly production: boolean;
  readonly acknowledged: readonly Acknowledged[];
  readonly notices: readonly string[];
}

/** What a stack's own JSON says of it, before it is planned. */
export function untouched({ stack, production, acknowledged, notices }: StackFacts): Omit<StackDigest, "status"> {
  return { stack, production, acknowledged, notices, changes: [], outputs: [] };
}

/** What a person, or a pull request, is told of a plan. */
export interface Digest {
  readonly target: string;
  readonly where: string;
  readonly stacks: readonly StackDigest[];
  readonly orphans: readonly Orphan[];
  /** what else there is to say, such as protection that was taken away */
  readonly remarks: readonly string[];
}

/** Losses first, the worst of them loudest; then a line a stack; then what one should know. */
export function digestText(digest: Digest): string {
  return [...section(losses(digest.stacks)), ...section(digest.stacks.map(stackLine)), ...section(footnotes(digest)), summary(digest)].join(
    "\n",
  );
}

export function digestJson({ orphans, ...digest }: Digest): unknown {
  return { ...digest, orphans: orphans.map(orphanJson) };
}

export function orphanJson({ stack, key, addresses, changedAt, kept }: Orphan): unknown {
  return { stack, key, addresses, changedAt: changedAt.toISOString(), kept: kept !== undefined };
}

function section(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [...lines, ""];
}

function losses(stacks: readonly StackDigest[]): string[] {
  const all = stacks.flatMap(({ stack, changes }) => lossesIn(changes).map((change) => ({ stack, ...change })));
  const worstFirst = [...all].sort((a, b) => Number(b.stateful) - Number(a.stateful) || a.address.localeCompare(b.address));
  return worstFirst.map(({ stack, address, action, stateful, reason }) => {
    const verb = action === "replace" ? "REPLACES" : "DESTROYS";
    const line = `${stack} ${verb} ${address}${reason === undefined ? "" : ` (${reason.replaceAll("_", " ")})`}`;
    return stateful ? pc.bold(pc.red(`!! ${line}: it holds what cannot be made again, or its loss is an outage`)) : pc.yellow(` ! ${line}`);
  });
}

function stackLine({ stack, status, changes, outputs, why }: StackDigest): string {
  const text = {
    changes: countsText(changes, outputs),
    unchanged: "no changes",
    waiting: `waits: ${why}`,
    refused: `refused: ${why}`,
    failed: `failed: ${why}`,
  }[status];
  return `${stack}: ${status === "failed" || status === "refused" ? pc.red(text) : text}`;
}

function footnotes({ stacks, orphans, remarks }: Digest): string[] {
  const once = (lines: readonly string[]) => [...new Set(lines)];
  return [
    ...once(stacks.flatMap(({ notices }) => notices.map((notice) => `notice: ${notice}`))),
    ...once(stacks.flatMap(({ acknowledged }) => acknowledged.map(({ rule, why }) => `acknowledged: ${rule}: ${why}`))),
    ...remarks,
    ...orphans.map(orphanLine),
  ];
}

/** An orphan, and the way to be rid of it. */
export function orphanLine({ stack, key, addresses, kept }: Orphan): string {
  const holds = `${addresses.length} ${addresses.length === 1 ? "resource" : "resources"}`;
  const way =
    kept === undefined
      ? "no JSON was kept beside it; bring its stack back, apply it, then take it away again"
      : `groundplan destroy ${kept.facts.of} ${stack}`;
  return `orphan: ${stack} (${key}) holds ${holds}, and no stack has it: ${way}`;
}

function summary({ target, where, stacks, orphans }: Digest): string {
  const changes = stacks.flatMap((stack) => stack.changes);
  const count = (status: StackDigest["status"]) => stacks.filter((stack) => stack.status === status).length;
  const parts = [
    `${count("changes")} of ${stacks.length} stacks to change`,
    ...(changes.length > 0 ? [countsText(changes)] : []),
    ...(["waiting", "refused", "failed"] as const).flatMap((status) => (count(status) > 0 ? [`${count(status)} ${status}`] : [])),
    ...(orphans.length > 0 ? [`${orphans.length} ${orphans.length === 1 ? "orphan" : "orphans"}`] : []),
  ];
  return `${pc.bold(target)} (${where}): ${parts.join("; ")}`;
}
