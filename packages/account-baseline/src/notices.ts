import type { AccountBaselineConfig } from "./schema/baseline.js";

/** What a person should know before applying, and need not change. */
export function notices({ contacts, identity, audit }: AccountBaselineConfig): readonly string[] {
  const silent = (["security", "operations", "billing"] as const).filter((kind) => contacts[kind] === undefined);
  return [
    ...(silent.length === 0 ? [] : [`"contacts" has no ${silent.join(", no ")}: AWS tells root's address alone`]),
    ...(audit.alerts.email.length > 0
      ? []
      : ['"audit.alerts" names nobody: where no topic is wired, alarms and findings are seen in the console alone']),
    ...(identity.roles.admin.enabled || identity.boundary.guardians.length > 0
      ? []
      : ['"identity.roles.admin" is off and there is no guardian: only root, or a role without the boundary, can change the baseline']),
  ];
}
