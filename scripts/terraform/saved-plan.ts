import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StackFacts } from "../../stacks/facts.js";
import type { PlannedChange } from "../digest/changes.js";

/** What a plan was made from, and what it does. Beside it lies the JSON, and Terraform's own plan file. */
export interface SavedPlan {
  readonly facts: StackFacts;
  readonly kind: "apply" | "destroy";
  /** no stack of the app had it any more */
  readonly orphan: boolean;
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

/** A plan that is saved in a stack's place, with the stack's JSON. */
export interface SavedStack {
  readonly plan: SavedPlan;
  readonly stack: { readonly facts: StackFacts; readonly json: string };
}

/** The plan that a stack's place holds. */
export function savedPlan(folder: string): SavedStack | undefined {
  if (!existsSync(join(folder, recordFile)) || !existsSync(join(folder, planFile))) return undefined;
  const plan = JSON.parse(readFileSync(join(folder, recordFile), "utf8")) as SavedPlan;
  return { plan, stack: { facts: plan.facts, json: readFileSync(join(folder, "cdk.tf.json"), "utf8") } };
}

/** All plans that are saved for a target. */
export function savedPlans(folder: string): SavedStack[] {
  if (!existsSync(folder)) return [];
  const places = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return places.flatMap(({ name }) => savedPlan(join(folder, name)) ?? []);
}
