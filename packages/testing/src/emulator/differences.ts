import { runText, type TerraformSetting } from "./terraform.js";

/** What a saved plan would change, attribute by attribute: a line for each resource. */
export async function differences(setting: TerraformSetting, planFile: string): Promise<string[]> {
  const { resource_changes: changes = [] } = JSON.parse(await runText(setting, "show", "-json", planFile)) as PlanFile;
  return changes
    .filter(({ change }) => change.actions.some((action) => !["no-op", "read"].includes(action)))
    .map(({ address, change: { actions, before, after } }) => `${address} ${actions.join(", ")}: ${changed(before, after)}`);
}

interface PlanFile {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Readonly<Record<string, unknown>> | null;
      readonly after: Readonly<Record<string, unknown>> | null;
    };
  }[];
}

type Values = Readonly<Record<string, unknown>> | null;

function changed(before: Values, after: Values): string {
  if (before === null || after === null) return "whole";
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .map((key) => [key, JSON.stringify(before[key]), JSON.stringify(after[key]) ?? "(known after apply)"] as const)
    .filter(([, was, is]) => was !== is)
    .map(([key, was, is]) => `"${key}" ${was} -> ${is}`)
    .join(", ");
}
