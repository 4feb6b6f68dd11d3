import type { Command } from "commander";
import type { StackFacts } from "../stacks/facts.js";
import type { SynthesizedStack } from "../stacks/read-stacks.js";
import { stacksOfApp } from "./app.js";
import { emulatorOption, jsonOption, openContext, outdirOption, print } from "./context.js";
import { orphanJson, orphanLine } from "./digest/digest.js";
import { waitingFor } from "./run/plan-one.js";
import { Session } from "./session.js";
import type { Orphan } from "./state/orphans.js";
import { managedAddresses } from "./state/state-file.js";
import { States } from "./state/states.js";
import { findTarget } from "./target.js";

interface Options {
  readonly json?: boolean;
  readonly emulator?: boolean | string;
  readonly outdir?: string;
}

/** What stands of a stack. */
interface Standing {
  readonly status: "applied" | "empty" | "never applied" | "waiting";
  readonly why?: string;
  readonly serial?: number;
  readonly resources?: number;
  readonly changedAt?: string;
}

interface Listed extends Pick<StackFacts, "stack" | "of" | "account" | "region" | "production" | "upstream"> {
  readonly standing?: Standing;
}

/** `groundplan list [target]`: the stacks; of a target also what stands of them, and its orphans. */
export function listCommand(program: Command): void {
  program
    .command("list")
    .description("the stacks and what they read; with a target also their states, and states that no stack has")
    .argument("[target]", "an environment, or account-<name>; default: all, without asking AWS")
    .addOption(jsonOption())
    .addOption(emulatorOption())
    .addOption(outdirOption())
    .action(list);
}

async function list(target: string | undefined, options: Options): Promise<void> {
  const context = openContext(options);
  const app = stacksOfApp(context);
  const { stacks, orphans } = target === undefined ? { stacks: app.map(listed), orphans: [] } : await listTarget(target, options, app);
  print(context, {
    human: [...table(stacks), ...orphans.map(orphanLine)].join("\n"),
    json: { stacks, orphans: orphans.map(orphanJson) },
  });
}

async function listTarget(
  name: string,
  options: Options,
  app: readonly SynthesizedStack[],
): Promise<{ readonly stacks: Listed[]; readonly orphans: readonly Orphan[] }> {
  const session = new Session(openContext(options));
  const states = new States(session);
  const target = await findTarget(session, states, app, { name, stacks: [] });
  const isThere = await (await states.store(target.home)).exists();
  const stacks = target.stacks.map(async (stack) => ({
    ...listed(stack),
    standing: isThere ? await standingOf(states, stack.facts) : ({ status: "never applied", why: "there is no state bucket yet" } as const),
  }));
  return { stacks: await Promise.all(stacks), orphans: target.allOrphans };
}

function listed({ facts: { stack, of, account, region, production, upstream } }: SynthesizedStack): Listed {
  return { stack, of, account, region, production, upstream };
}

async function standingOf(states: States, facts: StackFacts): Promise<Standing> {
  const state = await states.read(facts);
  if (state !== undefined) {
    const resources = managedAddresses(state).length;
    const store = await states.store(facts);
    const changedAt = (await store.list(facts.state.key)).find(({ key }) => key === facts.state.key)?.changedAt.toISOString();
    return {
      status: resources === 0 ? "empty" : "applied",
      serial: state.serial,
      resources,
      ...(changedAt === undefined ? {} : { changedAt }),
    };
  }
  const contracts = await states.contracts(facts);
  const missing = facts.upstream.filter((upstream) => contracts[upstream] === undefined);
  return missing.length > 0 ? { status: "waiting", why: waitingFor(missing) } : { status: "never applied" };
}

function table(stacks: readonly Listed[]): string[] {
  const rows = stacks.map(({ stack, account, region, upstream, standing }) => [
    stack,
    account,
    region,
    upstream.length === 0 ? "reads none" : `reads ${upstream.join(", ")}`,
    ...(standing === undefined ? [] : [standingText(standing)]),
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function standingText({ status, why, serial, resources, changedAt }: Standing): string {
  if (serial === undefined) return why === undefined ? status : `${status}: ${why}`;
  return `${status}: ${resources} resources, serial ${serial}, since ${changedAt}`;
}
