import type { Control, Evidence } from "./control.js";

/** The controls as Markdown: which of them each resource meets. */
export function controlsTable(controls: readonly Control[]): string {
  const rows = controls.map(({ id, title, level, met, by, prop, why }) => {
    const profile = level === undefined ? "" : ` (level ${level})`;
    const resources = [...new Set(by.map(resource))].join(", ");
    const notes = [resources, why].filter((note) => note !== undefined && note !== "").join("; ");
    return `| ${id} | ${escaped(title)}${profile} | ${how(met, prop)} | ${notes} |`;
  });
  return ["| control | what it asks | met | by |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function how(met: Control["met"], prop: string | undefined): string {
  if (met === "notByCode") return "not by code";
  return met === "default" ? "by default" : `by \`${prop}\``;
}

function resource({ maker, resourceType, suffix }: Evidence): string {
  const name = [resourceType, suffix].filter((part) => part !== "").join(".");
  return maker.endsWith("Baseline") ? `\`${name}\`` : `\`${name}\` of ${maker}`;
}

function escaped(text: string): string {
  return text.replaceAll("*", "\\*");
}
