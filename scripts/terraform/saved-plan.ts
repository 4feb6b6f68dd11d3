import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StackFacts } from "../../stacks/facts.js";
import type { PlannedChange } from "../digest/changes.js";

/** What a plan was made from, and what it does. Beside it lies the JSON, and Terraform's own plan file. */
export interface SavedPlan {
  readonly facts: StackFacts;
  readonly kind: "apply" | "destroy";
  /** `aws`, or `emulator <name>`: a plan of one is none of the other */
  readonly where: string;
  readonly plannedAt: string;
  /** the hash of each upstream contract, by stack */
  readonly contracts: Readonly<Record<string, string>>;
  /** the state that it was planned against; Terraform refuses another itself */
  readonly state?: { readonly serial: number; readonly lineage: string };
  readonly changes: readonly PlannedChange[];
  readonly outputs: readonly string[];
  /** addresses of an orphan whose protection was taken away by name */
  readonly unprotected: readonly string[];
}

/** Terraform's own file, beside the record. */
export const planFile = "plan.tfplan";
const recordFile = "plan.json";

export function savePlan(folder: string, plan: SavedPlan): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, recordFile), `${JSON.stringify(plan, undefined, 2)}\n`);
}

/** A plan is used once. */
export function dropPlan(folder: string): void {
  for (const name of [planFile, recordFile]) rmSync(join(folder, name), { force: true });
}

/** The plans that are saved in an environment's folder, each with its stack's JSON. */
export function savedPlans(folder: string): { readonly plan: SavedPlan; readonly json: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const own = join(folder, entry.name);
    if (!entry.isDirectory() || !existsSync(join(own, recordFile)) || !existsSync(join(own, planFile))) return [];
    const plan = JSON.parse(readFileSync(join(own, recordFile), "utf8")) as SavedPlan;
    return [{ plan, json: readFileSync(join(own, "cdk.tf.json"), "utf8") }];
  });
}
