/**
 * What a stack is told that reaches another account's zone: by which of the two roles. To plan, reading is enough, whatever the command;
 * to apply a plan takes writing. Terraform has a variable that is in no plan set both times, or neither, and lets the values differ.
 */
export function zoneAccess(access: "plan" | "apply"): Readonly<Record<string, string>> {
  return { TF_VAR_zone_access: access };
}
