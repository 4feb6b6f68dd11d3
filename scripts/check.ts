import { join } from "node:path";
import type { Command } from "commander";
import { ConfigError } from "../environments/load.js";
import type { Acknowledged } from "../stacks/facts.js";
import type { SynthesizedStack } from "../stacks/read-stacks.js";
import { type Context, jsonOption, openContext, print } from "./context.js";
import { synthesize } from "./synth.js";
import { type Finding, findingText } from "./validate/finding.js";
import { validateStacks } from "./validate/validate.js";

/** `groundplan check`: the environment files, then Terraform's own judgement of every stack. */
export function checkCommand(program: Command): void {
  program
    .command("check")
    .description("check all environment files, then validate all stacks; needs no account and no emulator")
    .addOption(jsonOption())
    .action(async (options: { json?: boolean }) => {
      const context = openContext(options);
      const checked = await checkEstate(context);
      print(context, { human: checkText(checked), json: checked });
      process.exitCode = isFine(checked) ? 0 : 1;
    });
}

export interface Checked {
  /** of the environment files; where there is one, nothing is synthesized */
  readonly problems: ConfigError["problems"];
  /** of the stacks, by Terraform */
  readonly findings: readonly Finding[];
  readonly stacks: readonly string[];
  /** by environment, or `account-<name>` */
  readonly notices: readonly string[];
  readonly acknowledged: readonly (Acknowledged & { readonly of: string })[];
}

export const isFine = ({ problems, findings }: Checked) => problems.length === 0 && findings.every(({ severity }) => severity !== "error");

type Place = Pick<Context, "root" | "outdir" | "cache" | "output">;

/** @throws {ConfigError} where a person is to read the report; a program gets the problems */
export async function checkEstate(context: Place): Promise<Checked> {
  try {
    return await checkStacks(synthesize(context), context);
  } catch (error) {
    if (!(error instanceof ConfigError) || context.output === "human") throw error;
    return { problems: error.problems, findings: [], stacks: [], notices: [], acknowledged: [] };
  }
}

async function checkStacks(stacks: readonly SynthesizedStack[], { root, cache }: Place): Promise<Checked> {
  const folders = stacks.map(({ facts, folder }) => ({ stack: facts.stack, folder }));
  const findings = await validateStacks(folders, { root, workFolder: join(cache, "validate") });
  return {
    problems: [],
    findings,
    stacks: folders.map(({ stack }) => stack),
    notices: unique(stacks.flatMap(({ facts }) => facts.notices.map((notice) => `${facts.of}: ${notice}`))),
    acknowledged: uniqueBy(
      stacks.flatMap(({ facts: { of, acknowledged } }) => acknowledged.map((broken) => ({ of, ...broken }))),
      ({ of, rule }) => `${of} ${rule}`,
    ),
  };
}

export function checkText(checked: Checked): string {
  const { findings, stacks, notices, acknowledged } = checked;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return [
    ...findings.map(findingText),
    ...notices.map((notice) => `notice: ${notice}`),
    ...acknowledged.map(({ of, rule, why }) => `acknowledged: ${of}: ${rule}: ${why}`),
    isFine(checked) ? `${stacks.length} stacks are valid` : `${errors} ${errors === 1 ? "error" : "errors"} in ${stacks.length} stacks`,
  ].join("\n");
}

const unique = (values: readonly string[]) => [...new Set(values)];

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
